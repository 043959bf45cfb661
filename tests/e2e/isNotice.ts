/**
 * Whether an error on the console is only a notice of Chromium about a frame that Chromium lost: it leaves one open that comes while a
 * stream of frames is handed over or cancelled, which happens on a busy machine. Frames that the product leaves open are counted by
 * captures.test.ts.
 */
export const isNotice = (words: string): boolean => words.startsWith('A VideoFrame was garbage collected without being closed');
