import type { TaskFailure } from './WorkerMessage.ts';

/** An error as data that crosses from the worker to the page; of its cause only the words do. */
export function toFailure(error: unknown): TaskFailure {
  const { name = 'Error', message = String(error), code, retryable, details, cause }: Partial<TaskFailure> = Object(error);
  return { name, message, code, retryable, details, cause: cause && String(cause) };
}
