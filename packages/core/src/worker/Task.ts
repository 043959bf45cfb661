/** Where a task runs: in the worker, or on the main thread where there is none. */
export type TaskPlace = 'worker' | 'main';

/** What a task is told besides its input. */
export interface TaskContext {
  /** Aborted as soon as nobody waits for the result. */
  readonly signal: AbortSignal;
  readonly place: TaskPlace;
  /** Frames, bitmaps and buffers of the output that are handed over rather than copied: push them here. */
  readonly handBack: Transferable[];
}

/**
 * Work on pixels that runs in the worker and, where there is none, on the main thread: it may use neither `window` nor `document`
 * without asking, and it imports nothing dynamically, because a worker bundled as one script (Vite's default) cannot.
 *
 * What was handed over with the input is closed after it, unless it is handed back.
 */
export type Task<Input, Output> = (input: Input, context: TaskContext) => Output | Promise<Output>;
