/** Android's webview says so; of iOS's browsers only a webview leaves out "Safari"; the rest name themselves. */
const inApp = /; wv\)|(iphone|ipad)(?!.*safari\/)|\bfb(an|av)|instagram|line\/|micromessenger|tiktok|snapchat/i;

/** Whether a page is shown inside another app, where cameras often do not work. A hint, by the browser's name for itself. */
export function isInApp(userAgent: string): boolean {
  return inApp.test(userAgent);
}
