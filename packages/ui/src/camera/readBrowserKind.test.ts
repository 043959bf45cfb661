import { describe, expect, it } from 'vitest';
import { type BrowserKind, readBrowserKind } from './readBrowserKind.ts';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit}`;
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

describe('readBrowserKind', () => {
  it.each<[BrowserKind | undefined, string, string, number]>([
    ['ios-safari', 'Safari on an iPhone', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`, 5],
    ['ios-safari', 'Safari on an iPad', `${mac} ${webKit} Version/18.5 Safari/605.1.15`, 5],
    ['ios', 'Chrome on an iPhone', `${iPhone} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`, 5],
    ['ios', 'Firefox on an iPhone', `${iPhone} FxiOS/143.0 Mobile/15E148 Safari/605.1.15`, 5],
    [
      'android',
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      5,
    ],
    ['android', 'Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 5],
    ['safari', 'Safari on a Mac', `${mac} ${webKit} Version/18.5 Safari/605.1.15`, 0],
    ['firefox', 'Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 0],
    ['chromium', 'Chrome on a Mac', `${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`, 0],
    [
      'chromium',
      'Edge on Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      10,
    ],
    [undefined, 'WebKitGTK', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Version/18.5 Safari/605.1.15`, 0],
  ])('says %s of %s', (kind, _name, userAgent, maxTouchPoints) => {
    expect(readBrowserKind({ userAgent, maxTouchPoints })).toBe(kind);
  });
});
