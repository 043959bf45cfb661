import { completeJourney, type Journey } from './Journey.ts';
import { reopenStep } from './reopenStep.ts';

/** Does what the scenario lets the backend do to a journey, as far as its time has come; each once. */
export function playBackend(journey: Journey, nowMs: number): void {
  const { completesAfterMs, reopens } = journey.flow.scenario;
  const { firstTakenAtMs, played } = journey;
  if (completesAfterMs !== undefined && firstTakenAtMs !== null && !played.has('completes')) {
    const atMs = firstTakenAtMs + completesAfterMs;
    if (nowMs >= atMs) {
      played.add('completes');
      completeJourney(journey, atMs);
    }
  }
  const { completedAtMs } = journey;
  if (reopens && completedAtMs !== null && !played.has('reopens') && nowMs >= completedAtMs + reopens.afterMs) {
    played.add('reopens');
    reopenStep(journey, reopens.stepId, false);
  }
}
