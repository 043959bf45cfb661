import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium to test with, and where it came from. */
export interface FoundBrowser {
  readonly path: string;
  readonly source: 'CHROME_PATH' | 'Playwright' | 'system' | 'npm';
}

/**
 * Finds a Chromium: `CHROME_PATH`, then Playwright's own, then the system's, then (on Linux x64) the one that
 * comes with the dev dependencies from npm, unpacked to the temporary folder.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and no file is there. Correct it or unset it.`);
    return { path: named, source: 'CHROME_PATH' };
  }
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath(), source: 'Playwright' };
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces].find((path) => existsSync(path));
  if (found) return { path: found, source: 'system' };
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Makes the package unpack its own libnss3 and libnspr4, which a bare Debian lacks; read at import.
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
    const { default: packed } = await import('@sparticuz/chromium');
    return { path: await packed.executablePath(), source: 'npm' };
  }
  throw new Error('No Chromium was found. Run `npx playwright install chromium`, or set CHROME_PATH to a Chrome, Chromium or Edge.');
}

/** Switches every headless run needs: quiet (no request to another host) and a fake camera without a prompt. */
export const browserArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];
