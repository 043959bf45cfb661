import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/**
 * Why a file or frame cannot become a picture to submit.
 *
 * | code | when |
 * | --- | --- |
 * | `image/empty` | 0 bytes |
 * | `image/unsupported-type` | by its bytes not an accepted image type, or one this browser does not decode (`details.type` says which) |
 * | `image/corrupt` | the type is right, and it is cut off or does not decode |
 * | `image/too-small` | a side is under `minEdgePx` |
 * | `image/too-large` | more pixels than are safe to decode, or more bytes than are read |
 * | `image/over-byte-limit` | it cannot be brought under `maxBytes` at the lowest quality |
 * | `image/canvas-unavailable` | the browser gave no canvas to draw on, or ended the worker in the middle of the work |
 */
export type ImageErrorCode =
  | 'image/empty'
  | 'image/unsupported-type'
  | 'image/corrupt'
  | 'image/too-small'
  | 'image/too-large'
  | 'image/over-byte-limit'
  | 'image/canvas-unavailable';

/** Facts for the message a person reads: what was found and what the limit is. */
export interface ImageErrorDetails {
  /** Sniffed type, such as `application/pdf`; `undefined` when the bytes match nothing known. */
  readonly type?: string | undefined;
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
  readonly bytes?: number | undefined;
  /** The limit that was broken, in the unit of the code (pixels or bytes). */
  readonly limit?: number | undefined;
}

export interface ImageErrorOptions extends StepframeErrorOptions {
  readonly details?: ImageErrorDetails;
}

/** A picture that cannot be used. Nothing is lost: another one can be taken or chosen. */
export class ImageError extends StepframeError<ImageErrorCode> {
  readonly details: ImageErrorDetails;

  constructor(code: ImageErrorCode, message: string, options: ImageErrorOptions = {}) {
    super(code, message, options);
    this.details = options.details ?? {};
  }
}
