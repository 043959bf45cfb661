import type { BrowserUnderTest } from './BrowserUnderTest.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** Every browser beside Chromium that can be driven without a registry's own build of it. */
export const otherBrowsers: readonly BrowserUnderTest[] = [firefox, webkit];
