import type { StepframeError } from '../errors/StepframeError.ts';
import type { Flight } from './Flight.ts';
import type { Submission } from './Submission.ts';
import type { SubmissionHandle } from './SubmissionHandle.ts';

/** What a cache says of a step's latest mutation. */
export interface MutationSnapshot {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly isPaused: boolean;
  readonly error: StepframeError | null;
  readonly variables: SubmissionHandle | undefined;
}

/** A step's submission, from its latest mutation in a cache and what the connection has in flight. Pure. */
export function toSubmission(
  mutation: MutationSnapshot | undefined,
  flight: Flight | undefined,
  hasNetwork: boolean,
): Submission | undefined {
  const key = mutation?.variables?.key;
  const isMine = flight !== undefined && flight.handle.key === key;
  const isWaiting = mutation?.status === 'pending' && !(isMine && flight.phase.status === 'submitted');
  if (isWaiting && !isMine) {
    const activity = mutation.isPaused && !hasNetwork ? 'offline' : 'checking';
    return { ...base(mutation.variables), phase: { status: 'under-way', activity } };
  }
  if (!flight) {
    return mutation?.status === 'error' && mutation.error
      ? { ...base(mutation.variables), phase: { status: 'failed', error: mutation.error } }
      : undefined;
  }
  const { images, progress, takenCalls, before, phase } = flight;
  const submission = { ...base(flight.handle), images, progress, takenCalls, before };
  if (phase.status === 'in-flight' || isWaiting) {
    const activity = phase.status === 'in-flight' ? phase.activity : 'checking';
    return { ...submission, phase: { status: 'under-way', activity: mutation?.isPaused && !hasNetwork ? 'offline' : activity } };
  }
  switch (phase.status) {
    case 'submitted':
      return { ...submission, phase: { status: 'taken', takenAtMs: phase.atMs, asks: phase.asks } };
    case 'doubted':
      return { ...submission, phase: { status: 'failed', error: phase.error } };
    case 'partial':
      return { ...submission, phase: { status: 'half' } };
    default:
      if (isMine && mutation?.error) return { ...submission, phase: { status: 'failed', error: mutation.error } };
      return takenCalls > 0 ? { ...submission, phase: { status: 'half' } } : undefined;
  }
}

function base(handle: SubmissionHandle | undefined): Omit<Submission, 'phase'> {
  return {
    key: handle?.key ?? '',
    isAgain: handle?.isAgain ?? false,
    isSkip: handle?.action === 'skip',
    sides: handle?.sides ?? 'together',
    images: null,
    additionalData: undefined,
    abort: idle,
    before: undefined,
    takenCalls: 0,
    progress: 0,
  };
}
const idle = new AbortController();
