import { toVerdict, type Verdict } from '../verdict/toVerdict.ts';
import type { JourneyEvent } from './JourneyEvent.ts';
import type { SummaryReading } from './SummaryState.ts';

/**
 * What happened between two readings, as events. The first reading of all is where things stand, not what happened. Pure.
 *
 * @param unjudged Steps that were submitted here and have had no verdict since: theirs may be the same as before.
 */
export function toVerdictEvents(
  before: SummaryReading | null,
  after: SummaryReading,
  unjudged: readonly string[],
): readonly JourneyEvent[] {
  const { steps, isCompleted, interimAssessment } = after.summary;
  const events = steps.flatMap(({ stepId }): readonly JourneyEvent[] => {
    const verdict = toVerdict(after.summary, stepId);
    const earlier: Verdict | null = before && toVerdict(before.summary, stepId);
    const isAwaited = unjudged.includes(stepId);
    if (verdict.status === 'accepted' || verdict.status === 'rejected') {
      const isNews = isAwaited || (earlier !== null && JSON.stringify(earlier) !== JSON.stringify(verdict));
      return isNews ? [toResult(stepId, verdict)] : [];
    }
    const isReopened = verdict.status === 'open' && earlier !== null && (earlier.status === 'accepted' || isFinal(earlier));
    return isReopened ? [{ type: 'step-reopened', stepId }] : [];
  });
  const isNewlyCompleted = isCompleted && before !== null && !before.summary.isCompleted;
  return isNewlyCompleted ? [...events, { type: 'journey-completed', assessment: interimAssessment }] : events;
}

const isFinal = (verdict: Verdict): boolean => verdict.status === 'rejected' && !verdict.canRetry;

function toResult(stepId: string, verdict: Extract<Verdict, { status: 'accepted' | 'rejected' }>): JourneyEvent {
  const feedbackCode = verdict.status === 'rejected' ? verdict.feedback.code : null;
  const canRetry = verdict.status === 'rejected' && verdict.canRetry;
  return { type: 'step-result', stepId, result: verdict.status, canRetry, feedbackCode };
}
