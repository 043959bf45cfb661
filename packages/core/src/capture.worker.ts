import { serveTasks } from './worker/serveTasks.ts';
import type { TaskOrder, WorkerGreeting } from './worker/WorkerMessage.ts';

const take = serveTasks((answer, transfer) => self.postMessage(answer, { transfer: [...transfer] }), 'worker');
self.addEventListener('message', ({ data }: MessageEvent<TaskOrder>) => take(data));
self.addEventListener('messageerror', () => {
  // Which job it was cannot be read; thrown, it reaches the page as the end of this worker.
  throw new Error('messageerror');
});

const greeting: WorkerGreeting = {
  // Safari before 16.4 has the class and no 2D context.
  canDraw: Boolean(globalThis.OffscreenCanvas && new OffscreenCanvas(1, 1).getContext('2d')),
};
self.postMessage(greeting, { transfer: [] });
