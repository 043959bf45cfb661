import { closePixels } from './closePixels.ts';
import type { TaskPlace } from './Task.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';
import type { TaskAnswer, TaskFailure, TaskOrder, TaskRequest, WorkerGreeting } from './WorkerMessage.ts';

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

/** Takes orders: to the worker, or to the main thread. */
type Port = (order: TaskOrder, transfer?: readonly Transferable[]) => void;

interface Job {
  readonly request: TaskRequest;
  readonly accept: (output: unknown) => void;
  readonly fail: (failure: TaskFailure) => void;
  /** Where it runs; `undefined` while the worker starts. */
  port?: Port;
  /** How often it was found to be the one at work, at looks `watchMs` apart. */
  seen: number;
}

/** The script is a few kB and preloaded while the camera opens; later than this, waiting costs more than the main thread. */
const startTimeoutMs = 4_000;
/**
 * A worker the system has killed sends no event at all. Seen at work on the same job three times so far apart, it is dead: that is many
 * times the slowest picture on the slowest phone, and a page that has slept looks once when it wakes.
 */
const watchMs = 10_000;
const maxSeen = 3;

const lost: TaskFailure = { name: 'ImageFault', code: 'image/canvas-unavailable', retryable: true };

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
  let place: TaskPlace | undefined;
  let isRefused = false;
  let worker: Worker | undefined;
  let onMain: Promise<Port> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const take = (id: number): Job | undefined => {
    const job = jobs.get(id);
    jobs.delete(id);
    return job;
  };

  const receive = (answer: TaskAnswer) => {
    const job = take(answer.id);
    if ('failure' in answer) job?.fail(answer.failure);
    else if (job) job.accept(answer.output);
    else closePixels(answer.handBack);
  };

  const toWorker: Port = (order, transfer = []) => worker?.postMessage(order, [...transfer]);

  const toMain: Port = (order, transfer = []) => {
    onMain ??= import('./serveTasks.ts').then((module) => module.serveTasks(receive, 'main'));
    onMain.then(
      (port) => port(order),
      (cause) => {
        onMain = undefined;
        closePixels(transfer);
        take(order.id)?.fail({ ...lost, cause });
      },
    );
  };

  const send = (job: Job, port: Port) => {
    job.port = port;
    port(job.request, job.request.transfer);
  };

  const sendToWorker = (job: Job) => {
    try {
      send(job, toWorker);
      watchJobs();
    } catch {
      // This browser does not send such pixels to a worker; they are still here.
      send(job, toMain);
    }
  };

  /** One timer for all of them, and none for each: some come and go fifteen times a second. */
  const watchJobs = () => {
    watch ??= setTimeout(() => {
      watch = undefined;
      const oldest = [...jobs.values()].find(({ port }) => port === toWorker);
      if (!oldest) return;
      oldest.seen += 1;
      if (oldest.seen === maxSeen) fallBack();
      else watchJobs();
    }, watchMs);
  };

  const close = () => {
    clearTimeout(startTimer);
    clearTimeout(watch);
    worker?.terminate();
  };

  const fallBack = () => {
    if (place === 'main') return;
    isRefused = !place;
    place = 'main';
    close();
    for (const [id, job] of jobs) {
      if (job.port === toWorker && job.request.transfer.length > 0) take(id)?.fail(lost);
      else if (job.port !== toMain) send(job, toMain);
    }
  };

  const startTimer = setTimeout(fallBack, startTimeoutMs);
  try {
    worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<TaskAnswer | WorkerGreeting>) => {
      if ('id' in data) return receive(data);
      if (!data.canDraw) return fallBack();
      clearTimeout(startTimer);
      place = 'worker';
      return jobs.forEach(sendToWorker);
    });
    for (const type of ['messageerror', 'error']) worker.addEventListener(type, fallBack);
  } catch {
    fallBack();
  }

  return {
    get place() {
      return place ?? 'worker';
    },
    get isRefused() {
      return isRefused;
    },
    run: <Name extends TaskName>(name: Name, input: TaskInput<Name>, transfer: readonly Transferable[] = [], signal?: AbortSignal) => {
      const id = (lastId += 1);
      let onAbort = () => {};
      const running = new Promise<TaskOutput<Name>>((resolve, reject) => {
        const accept = (output: unknown) => resolve(output as TaskOutput<Name>);
        const fail = (failure: TaskFailure) =>
          void import('./toTaskError.ts').then(
            (module) => reject(module.toTaskError(failure)),
            () => reject(Object.assign(new Error(), failure)),
          );
        const job: Job = { request: { id, name, input, transfer }, accept, fail, seen: 0 };
        jobs.set(id, job);
        onAbort = () => {
          if (take(id)) (job.port ?? (() => closePixels(transfer)))({ id });
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort);
        if (signal?.aborted) onAbort();
        else if (place === 'worker') sendToWorker(job);
        else if (place) send(job, toMain);
      });
      return signal ? running.finally(() => signal.removeEventListener('abort', onAbort)) : running;
    },
    close,
  };
}
