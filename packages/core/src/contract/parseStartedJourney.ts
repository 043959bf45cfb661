import * as v from 'valibot';
import type { StartedJourney } from './journey.ts';
import { parseSession } from './parseSession.ts';
import { parseSummary } from './parseSummary.ts';
import { parse, text } from './tolerant.ts';

const schema = v.looseObject({ reference_no: text });

/**
 * Reads the answer of Start Journey, from the API or from a relay (which adds a session).
 *
 * @throws ContractError when there is no journey id, or a session without its token or its end.
 */
export function parseStartedJourney(input: unknown): StartedJourney {
  const { reference_no: referenceNo } = parse(schema, input, 'start journey');
  const granted = parseSession(input, 'start journey');
  const summary = parseSummary(input);
  return {
    journeyId: summary.journeyId,
    referenceNo: referenceNo || null,
    summary,
    session: granted && { token: granted.token, expiresAt: granted.expiresAt },
  };
}
