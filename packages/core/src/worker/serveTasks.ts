import { closePixels } from './closePixels.ts';
import { runTask } from './runTask.ts';
import { toFailure } from './toFailure.ts';
import type { WorkerAnswer, WorkerOrder } from './WorkerMessage.ts';

/** The worker's own side, as far as it is used. */
export interface WorkerScope {
  postMessage(message: WorkerAnswer, options?: { transfer?: Transferable[] }): void;
  addEventListener(type: 'message' | 'messageerror', listener: (event: MessageEvent<WorkerOrder>) => void): void;
}

/** Safari before 16.4 has the class and no 2D context. */
const canDraw = (): boolean => typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('2d') !== null;

/** Says `ready`, then runs what it is asked until the page ends the worker. */
export function serveTasks(scope: WorkerScope): void {
  const running = new Map<number, AbortController>();
  const answer = (message: WorkerAnswer, transfer: readonly Transferable[] = []) => scope.postMessage(message, { transfer: [...transfer] });

  scope.addEventListener('message', ({ data }) => {
    const { id } = data;
    if (data.type === 'cancel') {
      running.get(id)?.abort();
      return;
    }
    const abort = new AbortController();
    running.set(id, abort);
    runTask(data.request, abort.signal, 'worker')
      .then((result) => {
        if (abort.signal.aborted) closePixels(result.handBack);
        else answer({ type: 'done', id, result }, result.handBack);
      })
      .catch((error: unknown) => answer({ type: 'failed', id, failure: toFailure(error) }))
      .finally(() => running.delete(id));
  });
  scope.addEventListener('messageerror', () => {
    // Which job it was cannot be read; thrown, it reaches the page as the end of this worker.
    throw new Error('Stepframe: the worker cannot read what it was sent.');
  });
  answer({ type: 'ready', canDraw: canDraw() });
}
