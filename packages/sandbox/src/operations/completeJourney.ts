import { findUnknownField } from '../http/findUnknownField.ts';
import { readJson } from '../http/readJson.ts';
import { Refusal } from '../http/Refusal.ts';
import { completeJourney as freezeJourney } from '../journey/Journey.ts';
import type { SandboxState } from '../SandboxState.ts';
import { findJourney } from './findJourney.ts';

/**
 * Complete Journey: freezes it with what was submitted so far. Doing it twice is no error.
 *
 * The operation is documented (docs/docs-journey-builder-api), its path, body and answer are not: these are the sandbox's own.
 */
export async function completeJourney(request: Request, state: SandboxState): Promise<object | Refusal> {
  const body = await readJson(request, state.settings.maxBodyBytes);
  if (body instanceof Refusal) return body;
  const unknown = findUnknownField(Object.keys(body), ['journey_id']);
  if (unknown) return unknown;
  const { journey_id: journeyId } = body;
  if (journeyId === undefined || journeyId === '') return new Refusal('missing_field', '"journey_id" is missing.');
  if (typeof journeyId !== 'string') return new Refusal('invalid_field', '"journey_id" must be a JSON string.');
  const journey = findJourney(state, journeyId);
  if (journey instanceof Refusal) return journey;
  freezeJourney(journey, state.settings.now());
  return { journey_id: journeyId, is_completed: true };
}
