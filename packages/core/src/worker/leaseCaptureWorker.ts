import { type CaptureWorker, createCaptureWorker } from './createCaptureWorker.ts';
import { startTrusted } from './startTrusted.ts';

/** A hold on the one worker that everybody shares. */
export interface CaptureWorkerLease extends Pick<CaptureWorker, 'place' | 'run'> {
  /** Gives the hold back; once is enough, again does nothing. What still runs is finished. */
  release(): void;
}

/** From one lease to the next in a page that takes picture after picture; a worker takes longer to start than to wait. */
const lingerMs = 1_000;

let shared: CaptureWorker | undefined;
let holds = 0;
let lingering: ReturnType<typeof setTimeout> | undefined;

// As it stands here: bundlers look for exactly this expression.
const start = (): Worker => new Worker(new URL('../capture.worker.ts', import.meta.url), { type: 'module' });

function hold(): CaptureWorker {
  if (holds === 0) clearTimeout(lingering);
  holds += 1;
  shared ??= createCaptureWorker(() => startTrusted(start));
  return shared;
}

function drop(): void {
  holds -= 1;
  if (holds > 0) return;
  lingering = setTimeout(() => {
    // Where none starts, another try would only be another line in the console.
    if (shared?.isRefused) return;
    shared?.close();
    shared = undefined;
  }, lingerMs);
}

/**
 * Takes a hold on the capture worker and starts it, warm for whoever comes; it is ended a second after the last hold is given back.
 *
 * Never throws and works everywhere: without a worker its tasks run on the main thread, and `place` says so.
 *
 * `run(name, input, transfer?, signal?)` owns what is in `transfer` from the call on: it is closed whatever happens, unless
 * the task hands it back. An abort rejects at once with the signal's reason; a result that comes late is closed.
 */
export function leaseCaptureWorker(): CaptureWorkerLease {
  const worker = hold();
  let isReleased = false;
  return {
    get place() {
      return worker.place;
    },
    run: (...job) =>
      hold()
        .run(...job)
        .finally(drop),
    release: () => {
      if (isReleased) return;
      isReleased = true;
      drop();
    },
  };
}
