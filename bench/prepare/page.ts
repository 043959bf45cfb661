import { watchMainThread } from '../harness/watchMainThread.ts';
import { contestants } from './contestants.ts';
import type { PrepareRun } from './PrepareRun.ts';
import { type ContestantId, tasks } from './tasks.ts';

declare global {
  interface Window {
    /** There with Chromium's `--expose-gc`. */
    gc?: () => void;
    /** Loads a photo and keeps it, so that no run waits for the network. */
    loadPhoto: (name: string) => Promise<void>;
    /** Runs one contestant at one task. */
    runContestant: (taskId: string, contestantId: Exclude<ContestantId, 'sharp'>) => Promise<PrepareRun>;
    /** Sends what the last run made to the server. */
    sendOutput: (name: string) => Promise<void>;
  }
}

const photos = new Map<string, File>();
/** For what the last run left to be done after it. */
const pauseMs = 30;
let output = new Blob();

window.loadPhoto = async (name) => {
  const bytes = await (await fetch(`/photos/${name}.jpg`)).arrayBuffer();
  photos.set(name, new File([bytes], `${name}.jpg`, { type: 'image/jpeg' }));
};

window.runContestant = async (taskId, contestantId) => {
  const task = tasks.find(({ id }) => id === taskId);
  const photo = photos.get(task?.photo ?? '');
  if (!task || !photo) throw new Error(`There is no task ${taskId}, or its photo was not loaded.`);
  output = new Blob();
  window.gc?.();
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const endWatch = watchMainThread();
  const begin = performance.now();
  output = await contestants[contestantId](photo, task);
  const ms = performance.now() - begin;
  return { ms, ...endWatch(), bytes: output.size };
};

window.sendOutput = async (name) => {
  await fetch(`/sent/${name}`, { method: 'POST', body: output });
};
