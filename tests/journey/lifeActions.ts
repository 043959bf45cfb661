import type { Fault } from '@stepframe/sandbox';
import fc from 'fast-check';

/** The steps of a life's flow; the last may be left out. */
export const lifeSteps = ['0', '10', 'proof_of_address'] as const;

/** Before the submission is carried out. */
const arrival = fc.oneof(
  fc.constantFrom('connect' as const, 'received' as const),
  fc.record({ requestShare: fc.constantFrom(0, 0.5, 0.99, 1) }),
);
const broken = fc.constantFrom('cut' as const, 'stall' as const);
const body = fc.constantFrom('envelope' as const, 'html' as const, 'empty' as const, 'malformed' as const, 'wrong-types' as const);
const answer = fc.oneof(
  fc.record({ status: fc.constantFrom(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504), body }),
  fc.record({ status: fc.constantFrom(429, 503), retryAfter: fc.integer({ min: 1, max: 40 }) }),
);
/** In place of the answer to what was carried out. A refusal (400, 429) is none of them: it says that nothing was. */
const doubtful = fc.record({ status: fc.constantFrom(408, 409, 500, 502, 503, 504), body });

/** Where a call is answered, cut or held up; an answer may break off as well. */
const fault: fc.Arbitrary<Fault> = fc.oneof<fc.MaybeWeightedArbitrary<Fault>[]>(
  { weight: 6, arbitrary: fc.record({ at: arrival, effect: fc.oneof(broken, answer) }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('taken' as const), effect: fc.oneof(broken, doubtful) }) },
  { weight: 2, arbitrary: fc.record({ at: fc.record({ responseShare: fc.constantFrom(0, 0.5) }), effect: broken }) },
  {
    weight: 2,
    arbitrary: fc.record({
      at: fc.oneof(arrival, fc.constant('taken' as const)),
      effect: fc.constant('proceed' as const),
      delayMs: fc.integer({ min: 50, max: 60_000 }),
    }),
  },
);

/**
 * What may happen in a life: to the person's hands, to the browser, to the line, to the machine's clock, at the host and at the API.
 *
 * @param tabs How many there may be; with one there is no relay either.
 */
function createActions(tabs: number) {
  const tab = fc.nat({ max: tabs - 1 });
  const step = fc.constantFrom(...lifeSteps);
  const pressing = fc.constantFrom('retry' as const, 'retry' as const, 'reset' as const, 'cancel' as const);
  const offering = fc.constantFrom('skip' as const, 'complete' as const);
  const environment = fc.constantFrom('online' as const, 'visible' as const);
  const where = tabs > 1 ? fc.constantFrom('line' as const, 'api' as const) : fc.constant('api' as const);
  const operation = fc.constantFrom('processStep' as const, 'processStep' as const, 'summary' as const, 'complete' as const);
  const times = fc.constantFrom(1, 1, 2, 5);
  return fc.oneof(
    { weight: 12, arbitrary: fc.record({ do: fc.constant('submit' as const), tab, step }) },
    { weight: 6, arbitrary: fc.record({ do: pressing, tab, step }) },
    { weight: 2, arbitrary: fc.record({ do: offering, tab, step }) },
    { weight: 12, arbitrary: fc.record({ do: fc.constant('fault' as const), where, operation, times, fault }) },
    {
      weight: 12,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.oneof(fc.nat({ max: 3_000 }), fc.nat({ max: 40_000 })) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: fc.nat({ max: 7_200_000 }) }) },
    { weight: 4, arbitrary: fc.record({ do: environment, tab, is: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), step }) },
    { weight: tabs > 1 ? 3 : 0, arbitrary: fc.record({ do: fc.constant('leave' as const), tab }) },
    { weight: tabs > 1 ? 2 : 0, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
    { weight: tabs > 1 ? 1 : 0, arbitrary: fc.record({ do: fc.constant('sign-in' as const), is: fc.boolean() }) },
  );
}

/** Straight to the API, in one tab. */
export const actionsOfOne = createActions(1);

/** Through a relay, in three tabs. */
export const actionsOfThree = createActions(3);

type Actions = typeof actionsOfThree;
export type LifeAction = Actions extends fc.Arbitrary<infer Action> ? Action : never;
