import type { FrameIssue } from '../quality/frameReport.ts';
import { knowsSubject, type SeenFrame } from './knowsSubject.ts';

/**
 * What is said over the live picture: the issue to mend first, or that nothing is in the way. `face-unknown` is said in place of `good`
 * where no face finder looked: light, sharpness and motion are in order, and whether there is a face the person has to see.
 */
export type Hint = FrameIssue | 'good' | 'face-unknown';

/** How slow hints are to change, in milliseconds. */
export interface HintTiming {
  /** An issue is seen for so long before it is said. */
  readonly appearMs: number;
  /** An issue is over so long after the first look that lacks it; shorter breaks do not count. */
  readonly leaveMs: number;
  /** What is said stands for so long at least, to be read. */
  readonly standMs: number;
  /** Time from one announcement for a screen reader to the next, at least. */
  readonly announceMs: number;
}

/** 300, 500, 1000 and 3000 ms: a third of a second is noise, and a short sentence takes a second to read and three to hear. */
export const defaultHintTiming: HintTiming = { appearMs: 300, leaveMs: 500, standMs: 1_000, announceMs: 3_000 };

interface Sighting {
  readonly sinceMs: number;
  readonly lastMs: number;
  /** When a look lacked it first since then. */
  readonly goneSinceMs: number | null;
  /** Mean place in the reports, younger ones counting for more: two issues that take turns at the head stay where they are. */
  readonly rank: number;
}

/** After a longer gap it is not known what was seen in between: a page was hidden. Slow devices report once a second and less. */
const pauseMs = 3_000;

/** Good comes after every issue that may only have blinked. */
const lastRank = 99;

export interface HintState {
  /** What to show; `null` until something is sure. */
  readonly hint: Hint | null;
  /** What to announce: follows `hint`, but never hastily. */
  readonly announced: Hint | null;
  readonly hintSinceMs: number;
  readonly announcedAtMs: number;
  readonly lookedAtMs: number;
  readonly sightings: Readonly<Partial<Record<Hint, Sighting>>>;
}

export const noHint: HintState = {
  hint: null,
  announced: null,
  hintSinceMs: -Infinity,
  announcedAtMs: -Infinity,
  lookedAtMs: -Infinity,
  sightings: {},
};

/** One look at a frame: its issues, the first to mend first, and when. Without a `subject` it is taken for a document's. */
export interface HintEvent extends SeenFrame {
  /** By a clock that never runs backwards. */
  readonly atMs: number;
}

/**
 * Makes at most one steady hint out of a stream of reports. Pure.
 *
 * A hint changes when another one stands higher in the reports for `appearMs`, or when looks have lacked its own issue for
 * `leaveMs`; never before it stood for `standMs`. With nothing sure the last one stays: words that come and go are read by nobody.
 */
export function hintReducer(state: HintState, event: HintEvent, timing: HintTiming = defaultHintTiming): HintState {
  const { issues, atMs } = event;
  const { appearMs, leaveMs, standMs, announceMs } = timing;
  const seenNow: readonly Hint[] = issues.length > 0 ? issues : [knowsSubject(event) ? 'good' : 'face-unknown'];
  const sightings: Partial<Record<Hint, Sighting>> = {};
  for (const [name, seen] of Object.entries(atMs - state.lookedAtMs > pauseMs ? {} : state.sightings) as [Hint, Sighting][]) {
    const goneSinceMs = seen.goneSinceMs ?? atMs;
    // Between two looks of a slow device that both see it lies time, and no look that lacks it.
    if (seenNow.includes(name) || atMs - goneSinceMs < leaveMs) sightings[name] = { ...seen, goneSinceMs };
  }
  for (const [rank, name] of seenNow.entries()) {
    const place = issues.length > 0 ? rank : lastRank;
    const before = sightings[name] ?? { sinceMs: atMs, rank: place };
    sightings[name] = { sinceMs: before.sinceMs, lastMs: atMs, goneSinceMs: null, rank: before.rank + (place - before.rank) * 0.3 };
  }

  let { hint, hintSinceMs, announced, announcedAtMs } = state;
  let best: Hint | null = hint !== null && sightings[hint] ? hint : null;
  for (const [name, { sinceMs, lastMs, rank }] of Object.entries(sightings) as [Hint, Sighting][]) {
    const isSure = lastMs - sinceMs >= appearMs;
    const bestRank = (best && sightings[best]?.rank) ?? Infinity;
    // The one that stands goes only before a clear winner.
    if (isSure && rank < (best === hint ? bestRank - 0.5 : bestRank)) best = name;
  }
  if (best !== null && best !== hint && atMs - hintSinceMs >= standMs) [hint, hintSinceMs] = [best, atMs];
  if (hint !== announced && atMs - announcedAtMs >= announceMs) [announced, announcedAtMs] = [hint, atMs];
  return { hint, hintSinceMs, announced, announcedAtMs, lookedAtMs: atMs, sightings };
}
