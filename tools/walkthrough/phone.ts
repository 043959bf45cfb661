import type { BrowserContextOptions } from 'playwright';

/** A small phone, with nothing in motion. */
export const phone: BrowserContextOptions = {
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 1.5,
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
  colorScheme: 'light',
};
