import * as v from 'valibot';
import type { StartedJourney } from './journey.ts';
import { parseSummary } from './parseSummary.ts';
import { parse, text } from './tolerant.ts';

const schema = v.looseObject({
  reference_no: text,
  session: v.nullish(v.looseObject({ token: v.pipe(v.string(), v.nonEmpty()), expires_at: v.string() })),
});

/**
 * Reads the answer of Start Journey, from the API or from a relay (which adds a session).
 *
 * @throws ContractError when there is no journey id, or a session without its token or its end.
 */
export function parseStartedJourney(input: unknown): StartedJourney {
  const { reference_no: referenceNo, session } = parse(schema, input, 'start journey');
  const summary = parseSummary(input);
  return {
    journeyId: summary.journeyId,
    referenceNo: referenceNo || null,
    summary,
    session: session ? { token: session.token, expiresAt: session.expires_at } : null,
  };
}
