import type { JourneySummary } from '../contract/summary.ts';

/** The newer summary, with the parts of the older one that say the same, so that `===` tells what has changed. Pure. */
export function keepUnchanged(older: JourneySummary | null, newer: JourneySummary): JourneySummary {
  if (!older || isAlike(older, newer)) return older ?? newer;
  return {
    ...newer,
    steps: newer.steps.map((step) => older.steps.find((known) => isAlike(known, step)) ?? step),
  };
}

/** By their JSON: both were made by the same parser, key by key in the same order. */
function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
