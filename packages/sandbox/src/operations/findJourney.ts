import { Refusal } from '../http/Refusal.ts';
import type { Journey } from '../journey/Journey.ts';
import { playBackend } from '../journey/playBackend.ts';
import type { SandboxState } from '../SandboxState.ts';

/** A journey by its id, or the 404 that it is not there. */
export function findJourney({ journeys, settings }: SandboxState, journeyId: string): Journey | Refusal {
  const journey = journeys.get(journeyId);
  if (journey) playBackend(journey, settings.now());
  return (
    journey ??
    new Refusal(
      'missing_requested_resource',
      'There is no journey with this "journey_id". The sandbox forgets its journeys when it restarts.',
    )
  );
}
