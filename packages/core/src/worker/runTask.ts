import { closePixels } from './closePixels.ts';
import type { TaskPlace } from './Task.ts';
import { type TaskInput, type TaskName, type TaskOutput, tasks } from './tasks.ts';

/** A task with its input and what of it was handed over. */
export interface TaskRequest<Name extends TaskName = TaskName> {
  readonly name: Name;
  readonly input: TaskInput<Name>;
  readonly transfer: readonly Transferable[];
}

export interface TaskResult<Name extends TaskName = TaskName> {
  readonly output: TaskOutput<Name>;
  readonly handBack: readonly Transferable[];
}

/** Runs a task and closes what was handed to it, whatever comes of it. */
export async function runTask<Name extends TaskName>(
  { name, input, transfer }: TaskRequest<Name>,
  signal: AbortSignal,
  place: TaskPlace,
): Promise<TaskResult<Name>> {
  const handBack: Transferable[] = [];
  try {
    signal.throwIfAborted();
    return { output: await tasks[name](input, { signal, place, handBack }), handBack };
  } catch (error) {
    closePixels(handBack);
    throw error;
  } finally {
    closePixels(transfer.filter((item) => !handBack.includes(item)));
  }
}
