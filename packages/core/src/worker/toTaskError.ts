import { CameraError, type CameraErrorCode } from '../errors/CameraError.ts';
import { ImageError, type ImageErrorCode } from '../errors/ImageError.ts';
import { describeFault } from '../image/describeFault.ts';
import type { TaskFailure } from './WorkerMessage.ts';

/**
 * The error that a task failed with: with the class, code, details and words it had in the worker, or with words at last.
 *
 * Fetched with the first failure.
 */
export function toTaskError(failure: TaskFailure): Error {
  const { name, message = '', code, retryable = false, details = {}, cause } = failure;
  switch (name) {
    case 'ImageFault':
    case 'ImageError': {
      const known = code as ImageErrorCode;
      return new ImageError(known, name === 'ImageError' ? message : describeFault(known, details, retryable), {
        retryable,
        details,
        cause,
      });
    }
    case 'CameraError':
      return new CameraError(code as CameraErrorCode, message, { retryable, cause });
    default:
      return Object.assign(new Error(message, { cause }), { name });
  }
}
