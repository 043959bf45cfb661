import { CameraError } from '../errors/CameraError.ts';
import { ImageError } from '../errors/ImageError.ts';
import type { TaskFailure } from './WorkerMessage.ts';

/** The error that `toFailure` made data of: the same class, code, details and words. */
export function fromFailure(failure: TaskFailure): Error {
  const { message, retryable, cause } = failure;
  switch (failure.name) {
    case 'ImageError':
      return new ImageError(failure.code, message, { retryable, cause, details: failure.details });
    case 'CameraError':
      return new CameraError(failure.code, message, { retryable, cause });
    default:
      return new Error(message, { cause });
  }
}
