/** Kinds of browser that keep the camera's permission in different places. */
export type BrowserKind = 'ios-safari' | 'ios' | 'android' | 'safari' | 'firefox' | 'chromium';

/** Which kind of browser this is, by its name for itself: only words hang on it, never what is done. `undefined` for others. */
export function readBrowserKind({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): BrowserKind | undefined {
  // An iPad calls itself a Mac, but no Mac has a touch screen.
  if (/iphone|ipad|ipod/i.test(userAgent) || (/macintosh/i.test(userAgent) && maxTouchPoints > 1)) {
    return /\b(crios|fxios|edgios|opt|opios|ddg|duckduckgo|brave)\b/i.test(userAgent) ? 'ios' : 'ios-safari';
  }
  if (/android/i.test(userAgent)) return 'android';
  if (/firefox\//i.test(userAgent)) return 'firefox';
  if (/chrom(e|ium)\//i.test(userAgent)) return 'chromium';
  return /safari\//i.test(userAgent) && /macintosh/i.test(userAgent) ? 'safari' : undefined;
}
