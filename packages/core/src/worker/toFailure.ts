import { CameraError } from '../errors/CameraError.ts';
import { ImageError } from '../errors/ImageError.ts';
import type { TaskFailure } from './WorkerMessage.ts';

/** An error as data that crosses from the worker to the page. */
export function toFailure(error: unknown): TaskFailure {
  const cause = error instanceof Error && error.cause !== undefined ? String(error.cause) : undefined;
  if (error instanceof ImageError) {
    const { code, message, retryable, details } = error;
    return { name: 'ImageError', code, message, retryable, details, cause };
  }
  if (error instanceof CameraError) {
    const { code, message, retryable } = error;
    return { name: 'CameraError', code, message, retryable, cause };
  }
  return { name: 'Error', message: String(error), retryable: false, cause };
}
