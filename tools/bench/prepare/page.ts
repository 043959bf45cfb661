import { leaseCaptureWorker } from '@stepframe/core/capture';
import { watchMainThread } from '../harness/watchMainThread.ts';
import { contestants } from './contestants.ts';
import type { PrepareRun } from './PrepareRun.ts';
import { type ContestantId, tasks } from './tasks.ts';

declare global {
  interface Window {
    /** There with Chromium's `--expose-gc`. */
    gc?: () => void;
    /** Keeps our worker warm from here on, as a screen does that is about to take pictures. */
    holdWorker: () => void;
    /** Loads a photo and keeps it, so that no run waits for the network. */
    loadPhoto: (name: string) => Promise<void>;
    /** Clears away what the last run has left. */
    settle: () => Promise<void>;
    /** Runs one contestant at one task. */
    runContestant: (taskId: string, contestantId: Exclude<ContestantId, 'sharp'>) => Promise<PrepareRun>;
    /** Does nothing for a while: what gaps there are come from the machine. */
    idle: () => Promise<PrepareRun>;
    /** Sends what the last run made to the server. */
    sendOutput: (name: string) => Promise<void>;
  }
}

const photos = new Map<string, File>();
/** For what the last run left to be done after it. */
const pauseMs = 30;
const idleMs = 200;
let output = new Blob();

window.holdWorker = () => void leaseCaptureWorker();

window.loadPhoto = async (name) => {
  const bytes = await (await fetch(`/photos/${name}.jpg`)).arrayBuffer();
  photos.set(name, new File([bytes], `${name}.jpg`, { type: 'image/jpeg' }));
};

window.settle = async () => {
  output = new Blob();
  window.gc?.();
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
};

window.runContestant = async (taskId, contestantId) => {
  const task = tasks.find(({ id }) => id === taskId);
  const photo = photos.get(task?.photo ?? '');
  if (!task || !photo) throw new Error(`There is no task ${taskId}, or its photo was not loaded.`);
  const endWatch = watchMainThread();
  const begin = performance.now();
  output = await contestants[contestantId](photo, task);
  const ms = performance.now() - begin;
  return { ms, ...endWatch(), bytes: output.size };
};

window.idle = async () => {
  const endWatch = watchMainThread();
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  return { ms: idleMs, ...endWatch(), bytes: 0 };
};

window.sendOutput = async (name) => {
  await fetch(`/sent/${name}`, { method: 'POST', body: output });
};
