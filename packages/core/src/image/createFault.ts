import type { ImageErrorCode, ImageErrorDetails } from '../errors/ImageError.ts';

/** Why a picture cannot be used, as it is thrown before it has words: `describeFault` finds them, and is fetched only then. */
export interface ImageFault extends Error {
  readonly name: 'ImageFault';
  readonly code: ImageErrorCode;
  readonly details: ImageErrorDetails;
  readonly retryable: boolean;
}

/** Makes what the tasks of this folder throw; whoever called `prepareImage` gets an `ImageError` of it. */
export function createFault(code: ImageErrorCode, details: ImageErrorDetails = {}, cause?: unknown, retryable = false): ImageFault {
  return Object.assign(new Error(code, { cause }), { name: 'ImageFault' as const, code, details, retryable });
}
