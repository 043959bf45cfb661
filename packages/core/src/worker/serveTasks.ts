import { closePixels } from './closePixels.ts';
import type { Task, TaskPlace } from './Task.ts';
import { type TaskName, type TaskOutput, tasks } from './tasks.ts';
import { toFailure } from './toFailure.ts';
import type { TaskAnswer, TaskOrder } from './WorkerMessage.ts';

/** Tells what comes of an order, and what of it is handed over. */
export type Answer = (answer: TaskAnswer, transfer: readonly Transferable[]) => void;

/**
 * Serves tasks, in the worker or in its place. What was handed over with an order is closed after it, unless it is handed back.
 *
 * @returns takes an order.
 */
export function serveTasks(answer: Answer, place: TaskPlace): (order: TaskOrder) => Promise<void> {
  const running = new Map<number, AbortController>();

  return async (order) => {
    const { id } = order;
    running.get(id)?.abort();
    if (!order.name) return;
    const { name, input, transfer } = order;
    // Name and input belong together by the type of whoever gave the order.
    const run: Task<never, TaskOutput<TaskName>> = tasks[name];
    const abort = new AbortController();
    const handBack: Transferable[] = [];
    running.set(id, abort);
    try {
      const output = await run(input as never, { signal: abort.signal, place, handBack });
      abort.signal.throwIfAborted();
      answer({ id, output, handBack }, handBack);
    } catch (error) {
      closePixels(handBack);
      answer({ id, failure: toFailure(error) }, []);
    }
    closePixels(transfer.filter((item) => !handBack.includes(item)));
    running.delete(id);
  };
}
