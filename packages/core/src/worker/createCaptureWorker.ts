import { ImageError } from '../errors/ImageError.ts';
import { closePixels } from './closePixels.ts';
import { fromFailure } from './fromFailure.ts';
import type { TaskRequest, TaskResult } from './runTask.ts';
import type { TaskPlace } from './Task.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';
import type { WorkerAnswer, WorkerOrder } from './WorkerMessage.ts';

/** Runs tasks in a worker, or on the main thread where none starts. */
export interface CaptureWorker {
  /** `worker` until it is known that there is none. */
  readonly place: TaskPlace;
  /** No worker starts on this page: another try would end the same way. */
  readonly isRefused: boolean;
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    transfer?: readonly Transferable[],
    signal?: AbortSignal,
  ): Promise<TaskOutput<Name>>;
  /** Ends the worker. Nothing may run in it any more. */
  close(): void;
}

interface Job {
  readonly request: TaskRequest;
  readonly abort: AbortController;
  readonly accept: (result: TaskResult) => void;
  readonly reject: (reason: unknown) => void;
  /** `undefined` while the worker starts. */
  place?: TaskPlace;
  timer?: ReturnType<typeof setTimeout>;
}

/** The script is a few kB and preloaded while the camera opens; later than this, waiting costs more than the main thread. */
const startTimeoutMs = 4_000;
/** Many times the slowest picture on the slowest phone: a worker the system has killed sends no event at all. */
const jobTimeoutMs = 20_000;
/** After a page has slept its timers are due at once, and an answer that was waiting comes a moment later. */
const graceMs = 1_000;

const lost = (cause?: unknown) =>
  new ImageError('image/canvas-unavailable', 'The browser ended the work on this picture half way, probably for memory. Try again.', {
    retryable: true,
    cause,
  });

/**
 * Starts a worker at once and falls back to the main thread, whose code is loaded only then, when the constructor throws, an
 * `error` comes before the first message, the worker cannot draw, or it says nothing in time.
 *
 * A worker that dies later is replaced by the main thread too: jobs whose input is still at hand run again there, the others
 * reject with a retryable error.
 */
export function createCaptureWorker(start: () => Worker): CaptureWorker {
  const jobs = new Map<number, Job>();
  let lastId = 0;
  let state: 'starting' | 'ready' | 'main' = 'starting';
  let isRefused = false;
  let worker: Worker | undefined;

  const order = (message: WorkerOrder, transfer: readonly Transferable[] = []) => worker?.postMessage(message, [...transfer]);

  const take = (id: number): Job | undefined => {
    const job = jobs.get(id);
    clearTimeout(job?.timer);
    jobs.delete(id);
    return job;
  };

  const runOnMain = async (id: number, job: Job) => {
    const { request, abort } = job;
    job.place = 'main';
    try {
      const { runTask } = await import('./runTask.ts').catch((cause: unknown) => {
        closePixels(request.transfer);
        throw lost(cause);
      });
      const result = await runTask(request, abort.signal, 'main');
      const waiting = take(id);
      if (waiting) waiting.accept(result);
      else closePixels(result.handBack);
    } catch (error) {
      take(id)?.reject(error);
    }
  };

  const fallBack = (cause?: unknown) => {
    if (state === 'main') return;
    const wasReady = state === 'ready';
    state = 'main';
    isRefused = !wasReady;
    clearTimeout(startTimer);
    worker?.terminate();
    worker = undefined;
    for (const [id, job] of jobs) {
      clearTimeout(job.timer);
      if (job.place === 'worker' && job.request.transfer.length > 0) take(id)?.reject(lost(cause));
      else if (job.place !== 'main') void runOnMain(id, job);
    }
  };

  const send = (id: number, job: Job) => {
    try {
      order({ type: 'run', id, request: job.request }, job.request.transfer);
      job.place = 'worker';
      job.timer = setTimeout(() => {
        job.timer = setTimeout(fallBack, graceMs);
      }, jobTimeoutMs);
    } catch {
      // This browser does not send such pixels to a worker; they are still here.
      void runOnMain(id, job);
    }
  };

  const receive = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.type === 'ready') {
      clearTimeout(startTimer);
      if (!data.canDraw) return fallBack();
      state = 'ready';
      for (const [id, job] of jobs) send(id, job);
      return;
    }
    const job = take(data.id);
    if (data.type === 'failed') job?.reject(fromFailure(data.failure));
    else if (job) job.accept(data.result);
    else closePixels(data.result.handBack);
  };

  const startTimer = setTimeout(fallBack, startTimeoutMs);
  try {
    worker = start();
    worker.addEventListener('message', receive);
    worker.addEventListener('messageerror', fallBack);
    worker.addEventListener('error', fallBack);
  } catch (cause) {
    fallBack(cause);
  }

  return {
    get place() {
      return state === 'main' ? 'main' : 'worker';
    },
    get isRefused() {
      return isRefused;
    },
    run: (name, input, transfer = [], signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          closePixels(transfer);
          reject(signal.reason);
          return;
        }
        const id = (lastId += 1);
        const onAbort = () => {
          const job = take(id);
          if (!job) return;
          if (!job.place) closePixels(transfer);
          if (job.place === 'worker') order({ type: 'cancel', id });
          job.abort.abort(signal?.reason);
          job.reject(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        const settled = () => signal?.removeEventListener('abort', onAbort);
        const job: Job = {
          request: { name, input, transfer },
          abort: new AbortController(),
          accept: ({ output }) => {
            settled();
            resolve(output as TaskOutput<typeof name>);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
        };
        jobs.set(id, job);
        if (state === 'ready') send(id, job);
        else if (state === 'main') void runOnMain(id, job);
      }),
    close: () => {
      clearTimeout(startTimer);
      worker?.terminate();
      worker = undefined;
    },
  };
}
