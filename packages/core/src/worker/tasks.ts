import { type AssessInput, type AssessOutput, assessPixels, forgetStream } from '../frame/assessPixels.ts';
import { type PrepareInput, prepareSource, type PrepareOutput } from '../image/prepareSource.ts';
import type { Task } from './Task.ts';

/** What can be asked of the worker: a line here, and its body in `tasks` below. */
export interface CaptureTasks {
  readonly prepare: { readonly input: PrepareInput; readonly output: PrepareOutput };
  readonly assess: { readonly input: AssessInput; readonly output: AssessOutput };
  readonly forget: { readonly input: Pick<AssessInput, 'stream'>; readonly output: void };
}

export type TaskName = keyof CaptureTasks;
export type TaskInput<Name extends TaskName> = CaptureTasks[Name]['input'];
export type TaskOutput<Name extends TaskName> = CaptureTasks[Name]['output'];

/** The bodies. Loaded by the worker, and by the main thread only where there is no worker. */
export const tasks: { readonly [Name in TaskName]: Task<TaskInput<Name>, TaskOutput<Name>> } = {
  prepare: prepareSource,
  assess: assessPixels,
  forget: forgetStream,
};
