import type { Fault, FaultAnswer } from '@stepframe/sandbox';

/** A fault and its name. */
export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
  /** Whether the call was carried out all the same. */
  readonly isCarriedOut: boolean;
}

const statuses: readonly FaultAnswer[] = [
  ...[400, 401, 403, 404, 408, 409, 413, 415, 422, 429].map((status) => ({ status })),
  { status: 429, retryAfter: 7 },
  { status: 429, retryAfter: 90 },
  ...[500, 502, 503].map((status) => ({ status })),
  { status: 503, retryAfter: 7 },
  { status: 504 },
];

const answers: readonly NamedFault[] = statuses.map((effect) => ({
  name: `${effect.status}${effect.retryAfter === undefined ? '' : ` with \`Retry-After: ${String(effect.retryAfter)}\``}`,
  fault: { at: 'received', effect },
  isCarriedOut: false,
}));

const points: readonly (readonly [name: string, at: NonNullable<Fault['at']>, isCarriedOut: boolean])[] = [
  ['at connect', 'connect', false],
  ['with 0 % of the request sent', { requestShare: 0 }, false],
  ['with 50 % of the request sent', { requestShare: 0.5 }, false],
  ['with 100 % of the request sent, before it is carried out', { requestShare: 1 }, false],
  ["before the answer's headers", 'taken', true],
  ["in the middle of the answer's body", { responseShare: 0.5 }, true],
];

const breaks: readonly NamedFault[] = points.map(([name, at, isCarriedOut]) => ({
  name: `cut ${name}`,
  fault: { at, effect: 'cut' },
  isCarriedOut,
}));

const stalls: readonly NamedFault[] = points.map(([name, at, isCarriedOut]) => ({
  name: `stands still ${name}`,
  fault: { at, effect: 'stall' },
  isCarriedOut,
}));

const bodies = { html: 'a page of HTML', empty: 'no body', malformed: 'half a JSON', 'wrong-types': 'JSON of wrong types' } as const;
const bodyNames = Object.keys(bodies) as (keyof typeof bodies)[];

const garbled: readonly NamedFault[] = bodyNames.flatMap((body) => [
  {
    name: `200 with ${bodies[body]}, from something that passed nothing on`,
    fault: { at: 'received', effect: { status: 200, body } },
    isCarriedOut: false,
  },
  { name: `carried out, and answered 200 with ${bodies[body]}`, fault: { at: 'taken', effect: { status: 200, body } }, isCarriedOut: true },
  { name: `502 with ${bodies[body]}`, fault: { at: 'received', effect: { status: 502, body } }, isCarriedOut: false },
]);

const lates: readonly NamedFault[] = [
  { name: 'carried out, and answered 20 s later', fault: { at: 'taken', effect: 'proceed', delayMs: 20_000 }, isCarriedOut: true },
  { name: 'carried out, and answered 500', fault: { at: 'taken', effect: { status: 500 } }, isCarriedOut: true },
  { name: 'carried out, and answered 504', fault: { at: 'taken', effect: { status: 504 } }, isCarriedOut: true },
];

/** All that can go wrong with one call. */
export const callFaults: readonly NamedFault[] = [...answers, ...breaks, ...stalls, ...garbled, ...lates];
