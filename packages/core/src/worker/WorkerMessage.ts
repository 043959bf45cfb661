import type { ImageErrorDetails } from '../errors/ImageError.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

/** A task with its input and what of it is handed over. */
export interface TaskRequest<Name extends TaskName = TaskName> {
  readonly id: number;
  readonly name: Name;
  readonly input: TaskInput<Name>;
  readonly transfer: readonly Transferable[];
}

/** What is said to whoever serves tasks: without a name, that nobody waits for that job any more. */
export type TaskOrder = TaskRequest | { readonly id: number; readonly name?: undefined };

/** What a task gave, and what of it is handed over. */
export interface TaskResult {
  readonly output: TaskOutput<TaskName>;
  readonly handBack: readonly Transferable[];
}

/** An error as data: neither its class nor what it holds survives the way between worker and page. */
export interface TaskFailure {
  readonly name: string;
  readonly message?: string | undefined;
  /** Of a `StepframeError` or an `ImageFault`, as everything below. */
  readonly code?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly details?: ImageErrorDetails | undefined;
  readonly cause?: unknown;
}

/** What comes of an order. */
export type TaskAnswer = { readonly id: number } & (TaskResult | { readonly failure: TaskFailure });

/** The worker's first word, said by itself. */
export interface WorkerGreeting {
  readonly canDraw: boolean;
}
