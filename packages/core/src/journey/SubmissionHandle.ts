import type { AdditionalData } from '../contract/step.ts';
import type { StepImages, SubmissionSides } from './Submission.ts';

/**
 * Names a submission without holding it: plain data without pictures, which may be cached, persisted and shown in developer tools. The
 * pictures themselves are found by it while the page lives, and in the vault after a reload.
 */
export interface SubmissionHandle {
  /** Idempotency key: names this capture, the same however often it is sent. */
  readonly key: string;
  readonly action: 'submit' | 'skip';
  /** How many pictures it has. */
  readonly pictures: 0 | 1 | 2;
  readonly sides: SubmissionSides;
  /** It was sent before the page was loaded, and may have arrived. */
  readonly isAgain: boolean;
  /** The user asked for it to be sent, knowing that it may have arrived. */
  readonly isConfirmed: boolean;
}

/** What a handle stands for. */
export interface SubmissionContent {
  readonly images: StepImages | null;
  readonly additionalData: AdditionalData | undefined;
}

/** Weak, so that the pictures go with the handle. */
const contents = new WeakMap<SubmissionHandle, SubmissionContent>();

/** Makes a handle for pictures, or for leaving a step out. */
export function holdSubmission(
  { images, additionalData }: SubmissionContent,
  { key, sides, isAgain = false, isConfirmed = false }: Pick<SubmissionHandle, 'key' | 'sides'> & Partial<SubmissionHandle>,
): SubmissionHandle {
  const pictures = images === null ? 0 : images[1] ? 2 : 1;
  const handle: SubmissionHandle = { key, action: images ? 'submit' : 'skip', pictures, sides, isAgain, isConfirmed };
  contents.set(handle, { images, additionalData });
  return handle;
}

/** What the handle stands for; `undefined` for one that was read back from storage, and once it was taken. */
export function takeContent(handle: SubmissionHandle): SubmissionContent | undefined {
  const content = contents.get(handle);
  contents.delete(handle);
  return content;
}
