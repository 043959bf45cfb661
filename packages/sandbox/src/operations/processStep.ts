import { Refusal } from '../http/Refusal.ts';
import { checkImage } from '../images/checkImage.ts';
import type { StepRecord } from '../journey/Journey.ts';
import { readSubmission } from '../journey/readSubmission.ts';
import type { SubmissionDraft } from '../journey/SandboxSubmission.ts';
import type { SandboxState } from '../SandboxState.ts';
import { findJourney } from './findJourney.ts';
import { findOpenStep } from './findOpenStep.ts';

/**
 * Process Journey Step: takes a submission, and remembers every call, taken or not. The result shows in the summary
 * once its time has come. The success body is not documented, so a client must not read it.
 */
export async function processStep(request: Request, state: SandboxState): Promise<object | Refusal> {
  const { draft, refusal } = await readSubmission(request, state.settings);
  const receivedAtMs = state.settings.now();
  const outcome = refusal ?? takeSubmission(draft, receivedAtMs, state);

  const { submissions } = state;
  submissions.push({
    ...draft,
    receivedAtMs,
    result: outcome instanceof Refusal ? toRecord(outcome) : { accepted: true, ...outcome },
  });
  if (!(outcome instanceof Refusal)) countAccepted(draft, state);
  submissions.splice(0, submissions.length - state.settings.keepSubmissions);
  return outcome instanceof Refusal ? outcome : { success: true, journey_id: draft.journeyId, step_id: draft.stepId };
}

const toRecord = ({ status, errorCode, message }: Refusal) => ({ accepted: false, status, errorCode, message }) as const;

interface Taken {
  /** The attempt's number, or `null` for a skip. */
  readonly attempt: number | null;
  readonly side: 'front' | 'back' | null;
}

/** Without a pause in it, so of two calls at once only one is taken. */
function takeSubmission(draft: SubmissionDraft, nowMs: number, state: SandboxState): Taken | Refusal {
  const { settings } = state;
  const journey = findJourney(state, draft.journeyId ?? '');
  if (journey instanceof Refusal) return journey;
  const record = findOpenStep(journey, draft.stepId ?? '', nowMs);
  if (record instanceof Refusal) return record;
  const wrong = draft.isSkip ? checkSkip(record) : checkImages(draft, state);
  if (wrong) return wrong;

  const { scenario } = journey.flow;
  const { stepId, stepType } = record.step;
  if (draft.isSkip) {
    record.isSkipped = true;
    record.hasFront = false;
    journey.firstTakenAtMs ??= nowMs;
    return { attempt: null, side: null };
  }
  record.uploads += 1;
  if (scenario.failsUpload?.(stepId, record.uploads)) {
    return new Refusal('service_unavailable', 'The service is not available for a moment. Nothing was taken; send it again.', {
      'retry-after': '1',
    });
  }
  const attempt = record.attempts.length + 1;
  journey.firstTakenAtMs ??= nowMs;
  if (record.step.sides === 'separate' && !draft.image2 && !record.hasFront) {
    record.hasFront = true;
    return { attempt, side: 'front' };
  }
  const side = record.hasFront ? 'back' : null;
  record.hasFront = false;
  const submission = { stepId, stepType, attempt };
  const { processingMs = settings.processingMs } = scenario;
  const readyAtMs = nowMs + (typeof processingMs === 'number' ? processingMs : processingMs(submission));
  record.attempts.push({ readyAtMs, outcome: scenario.judge(submission) });
  return { attempt, side };
}

function countAccepted({ journeyId, stepId, image, image2 }: SubmissionDraft, { accepted }: SandboxState): void {
  const digest = image && [image, ...(image2 ? [image2] : [])].map((side) => side.digest).join('+');
  const key = JSON.stringify([journeyId, stepId, digest]);
  const { count } = accepted.get(key) ?? { count: 0 };
  accepted.set(key, { journeyId: journeyId ?? '', stepId: stepId ?? '', digest, count: count + 1 });
}

function checkSkip({ step }: StepRecord): Refusal | null {
  return step.isOptional
    ? null
    : new Refusal('step_not_optional', `The step "${step.stepId}" is mandatory in this flow, so it cannot be skipped.`);
}

function checkImages({ image, image2 }: SubmissionDraft, { settings }: SandboxState): Refusal | null {
  if (!image) return new Refusal('missing_field', '"image" is missing.');
  const wrong = checkImage('image', image.bytes, image, settings.limits);
  return wrong ?? (image2 && checkImage('image2', image2.bytes, image2, settings.limits));
}
