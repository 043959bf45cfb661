import { parseSummary, type SummaryGate } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { createSummaryWatch } from './createSummaryWatch.ts';
import type { LoadedSummary } from './RelayContext.ts';
import { createFakeClock, settle } from './testing/createFakeClock.ts';

const reading = (etag: string): LoadedSummary => ({ json: {}, summary: parseSummary({ journey_id: 'j' }), etag });

/** A watch before a gate that is answered by hand; what is asked for meanwhile shares one promise, as a gate's callers do. */
function createBench() {
  const clock = createFakeClock();
  const asked: { readonly answer: Promise<LoadedSummary>; readonly resolve: (reading: LoadedSummary) => void }[] = [];
  const gate: SummaryGate<LoadedSummary> = {
    invalidate: () => undefined,
    get() {
      let resolve: (reading: LoadedSummary) => void = () => undefined;
      const answer = new Promise<LoadedSummary>((done) => {
        resolve = done;
      });
      asked.push({ answer, resolve });
      return answer;
    },
  };
  const watch = createSummaryWatch({ gate, now: clock.now, sleep: clock.sleep });
  const { signal } = new AbortController();
  return { clock, asked, watch, wait: (known: string) => watch.wait('j', { known, waitMs: 20_000, signal }) };
}

describe('createSummaryWatch', () => {
  it('looks for one who comes at the very moment the last one is answered', async () => {
    const { clock, asked, wait } = createBench();
    const first = wait('a');
    await settle();
    let second: Promise<LoadedSummary | null> | undefined;
    // Runs after the watch has told everybody, and before the first one has been told.
    void asked[0]?.answer.then(() => {
      second = wait('b');
    });
    asked[0]?.resolve(reading('b'));
    expect(await first).toMatchObject({ etag: 'b' });
    await clock.pass(2_000);
    expect(asked).toHaveLength(2);
    asked[1]?.resolve(reading('c'));
    expect(await second).toMatchObject({ etag: 'c' });
    expect(clock.sleeping()).toBe(0);
  });

  it('does nothing for journeys that nobody waits for', () => {
    const { watch, asked, clock } = createBench();
    watch.touch('j');
    watch.note('j', reading('a'));
    expect([asked.length, clock.sleeping()]).toEqual([0, 0]);
  });
});
