import type { CameraErrorCode } from '../errors/CameraError.ts';
import type { ImageErrorCode, ImageErrorDetails } from '../errors/ImageError.ts';
import type { TaskRequest, TaskResult } from './runTask.ts';

/** What the page says to the worker. */
export type WorkerOrder =
  | { readonly type: 'run'; readonly id: number; readonly request: TaskRequest }
  | { readonly type: 'cancel'; readonly id: number };

interface FailureFacts {
  readonly message: string;
  readonly retryable: boolean;
  /** Of the cause, which itself may not cross. */
  readonly cause: string | undefined;
}

/** An error as data: a class does not survive the way between page and worker. */
export type TaskFailure =
  | (FailureFacts & { readonly name: 'ImageError'; readonly code: ImageErrorCode; readonly details: ImageErrorDetails })
  | (FailureFacts & { readonly name: 'CameraError'; readonly code: CameraErrorCode })
  | (FailureFacts & { readonly name: 'Error' });

/** What the worker says to the page; `ready` comes first and by itself. */
export type WorkerAnswer =
  | { readonly type: 'ready'; readonly canDraw: boolean }
  | { readonly type: 'done'; readonly id: number; readonly result: TaskResult }
  | { readonly type: 'failed'; readonly id: number; readonly failure: TaskFailure };
