import { type MainThreadGaps, watchMainThread } from '../harness/watchMainThread.ts';
import { type SenderName, senders } from './contestants.ts';

/** What one upload took. */
export interface UploadRun extends MainThreadGaps {
  /** From the call to the server's answer. */
  readonly ms: number;
}

declare global {
  interface Window {
    /** Sends a picture of so many bytes in one of the ways. */
    runSender: (name: SenderName, bytes: number) => Promise<UploadRun>;
  }
}

/** For what the last run left to be done after it. */
const pauseMs = 30;
const randomBytes = 65_536;

let picture: Blob | undefined;

window.runSender = async (name, bytes) => {
  picture ??= new Blob(
    Array.from({ length: bytes / randomBytes }, () => crypto.getRandomValues(new Uint8Array(randomBytes))),
    { type: 'image/jpeg' },
  );
  window.gc?.();
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const endWatch = watchMainThread();
  const begin = performance.now();
  await senders[name](picture);
  const ms = performance.now() - begin;
  return { ms, ...endWatch() };
};
