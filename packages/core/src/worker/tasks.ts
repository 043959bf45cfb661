import {
  type AssessInput,
  assessNext,
  type AssessNextInput,
  type AssessOutput,
  assessPixels,
  forgetStream,
} from '../frame/assessPixels.ts';
import { type FileInput, prepareFile, type PreparedFile } from '../image/prepareFile.ts';
import { type PixelsInput, type PreparedPixels, preparePixels } from '../image/preparePixels.ts';
import type { Task } from './Task.ts';

/** What can be asked of the worker: a line here, and its body in `tasks` below. */
export interface CaptureTasks {
  readonly prepareFile: { readonly input: FileInput; readonly output: PreparedFile };
  readonly preparePixels: { readonly input: PixelsInput; readonly output: PreparedPixels };
  readonly assess: { readonly input: AssessInput; readonly output: AssessOutput };
  readonly assessNext: { readonly input: AssessNextInput; readonly output: AssessOutput | undefined };
  readonly forget: { readonly input: Pick<AssessInput, 'stream'>; readonly output: void };
}

export type TaskName = keyof CaptureTasks;
export type TaskInput<Name extends TaskName> = CaptureTasks[Name]['input'];
export type TaskOutput<Name extends TaskName> = CaptureTasks[Name]['output'];

/** The bodies. Loaded by the worker, and by the main thread only where there is no worker. */
export const tasks: { readonly [Name in TaskName]: Task<TaskInput<Name>, TaskOutput<Name>> } = {
  prepareFile,
  preparePixels,
  assess: assessPixels,
  assessNext,
  forget: forgetStream,
};
