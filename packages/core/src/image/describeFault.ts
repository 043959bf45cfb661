import type { ImageErrorCode, ImageErrorDetails } from '../errors/ImageError.ts';

/** What happened to a picture, why it matters and what to do, in words for developers. */
export function describeFault(
  code: ImageErrorCode,
  { type, widthPx, heightPx, bytes, limit }: ImageErrorDetails,
  retryable: boolean,
): string {
  const sides = `${widthPx} x ${heightPx} pixels`;
  switch (code) {
    case 'image/empty':
      return 'The file has no bytes, so there is no picture in it. Choose another one.';
    case 'image/unsupported-type':
      return `By its bytes the file is ${type ? `of type ${type}` : 'no known picture'}, which is not accepted, or which this browser does not decode. Use an ordinary JPEG or PNG.`;
    case 'image/corrupt':
      return retryable
        ? 'The file cannot be read: it was moved, changed or is not on this device. Choose it again, or another one.'
        : 'The picture is damaged or cut off and does not decode, or only in parts. Choose it again, or another one.';
    case 'image/too-small':
      return `The picture has ${sides}; below ${limit} on a side its details cannot be read. Use a larger one.`;
    case 'image/too-large':
      return widthPx === undefined
        ? `The file has ${bytes} bytes; reading more than ${limit} may crash the page. Use a smaller one.`
        : `The picture has ${sides}; decoding more than ${limit} in all may crash the page. Use a smaller one.`;
    case 'image/over-byte-limit':
      return `At the lowest quality the picture has about ${bytes} bytes; ${limit} are allowed. Allow more, or take a plainer picture.`;
    case 'image/canvas-unavailable':
      return 'The browser gave no canvas, or ended the work half way, so the picture is not scaled and cleaned. It may be out of memory: close other pages and try again.';
    default:
      return code satisfies never;
  }
}
