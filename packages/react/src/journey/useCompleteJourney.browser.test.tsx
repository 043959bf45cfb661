import { act, renderHook } from '@testing-library/react';
import type { CompletionState } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { type Bench, createBench, type Handle, isCompletion } from '../testing/createBench.tsx';
import { createPicture } from '../testing/createPicture.ts';
import { holdClock } from '../testing/holdClock.ts';
import { useCompleteJourney } from './useCompleteJourney.ts';
import { useJourneySummary } from './useJourneySummary.ts';

const advance = holdClock();

function mount({ wrapper }: Bench, { reactStrictMode = false } = {}) {
  const { result } = renderHook(() => ({ completion: useCompleteJourney(), journey: useJourneySummary() }), { wrapper, reactStrictMode });
  return { now: () => result.current.completion, journey: () => result.current.journey };
}

const press = (completion: CompletionState) => act(async () => 'complete' in completion && completion.complete());

/** Counts completions, and lets some of them fail before or after the sandbox took them. */
function watchCompletions(fail: { readonly before?: (call: number) => boolean; readonly after?: (call: number) => boolean } = {}) {
  const seen = { calls: 0 };
  const between =
    (handle: Handle): Handle =>
    async (request) => {
      if (!isCompletion(request)) return handle(request);
      seen.calls += 1;
      if (fail.before?.(seen.calls)) throw new Error('offline');
      const response = await handle(request);
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (fail.after?.(seen.calls)) throw new Error('cut');
      return response;
    };
  return { seen, between };
}

describe('useCompleteJourney', () => {
  it('is idle, completing and completed, and the summary follows', async () => {
    const bench = await createBench({ processingMs: 0 });
    await bench.client.processStep({ journeyId: bench.journeyId, stepId: '0', image: createPicture() });
    const hook = mount(bench, { reactStrictMode: true });
    await advance(500);
    expect(Object.keys(hook.now())).toEqual(['status', 'complete']);
    await press(hook.now());
    await advance(4_000);
    expect(hook.now()).toEqual({ status: 'completed' });
    expect(hook.journey()).toMatchObject({ status: 'ready', summary: { isCompleted: true } });
  });

  it('is shared by components, and a double press completes once', async () => {
    const { seen, between } = watchCompletions();
    const bench = await createBench({ between });
    const one = mount(bench);
    const two = mount(bench);
    await advance(500);
    const [first, second] = [one.now(), two.now()];
    await act(async () => {
      for (const completion of [first, second, first]) if ('complete' in completion) completion.complete();
    });
    await advance(300);
    expect([one.now(), two.now()]).toEqual([{ status: 'completing' }, { status: 'completing' }]);
    await advance(3_000);
    expect([one.now(), two.now()]).toEqual([{ status: 'completed' }, { status: 'completed' }]);
    expect(seen.calls).toBe(1);
  });

  it('goes on by itself after a cut, for completing twice is no different from once', async () => {
    const { seen, between } = watchCompletions({ before: (call) => call === 1 });
    const bench = await createBench({ between });
    const hook = mount(bench);
    await advance(500);
    await press(hook.now());
    await advance(8_000);
    expect(hook.now()).toEqual({ status: 'completed' });
    expect(seen.calls).toBe(2);
  });

  it('says why it failed once it gave up, and can be tried again', async () => {
    const trouble = { on: true };
    const { seen, between } = watchCompletions({ before: () => trouble.on });
    const bench = await createBench({ between });
    const hook = mount(bench);
    await advance(500);
    await press(hook.now());
    await advance(120_000);
    expect(hook.now()).toMatchObject({ status: 'failed', error: { code: 'request/network', retryable: true } });
    expect(seen.calls).toBe(8);
    trouble.on = false;
    await press(hook.now());
    await advance(5_000);
    expect(hook.now()).toEqual({ status: 'completed' });
    expect(seen.calls).toBe(9);
  });

  it('is completed when its answer was lost and the summary says so', async () => {
    const { seen, between } = watchCompletions({ after: () => true });
    const bench = await createBench({ between });
    const hook = mount(bench);
    await advance(2_500);
    await press(hook.now());
    await advance(3_000);
    expect(hook.now()).toEqual({ status: 'completed' });
    expect(seen.calls).toBe(1);
  });

  it('is completed from the start when the journey was completed elsewhere', async () => {
    const bench = await createBench();
    await bench.client.completeJourney(bench.journeyId);
    const hook = mount(bench);
    await advance(1_000);
    expect(hook.now()).toEqual({ status: 'completed' });
  });

  it('does not wait for a summary that cannot be read', async () => {
    const trouble = { on: false };
    const bench = await createBench({
      between: (handle) => async (request) =>
        trouble.on && request.method === 'GET' ? new Response('{}', { status: 503 }) : handle(request),
    });
    const hook = mount(bench);
    await advance(500);
    trouble.on = true;
    await press(hook.now());
    await advance(1_000);
    expect(hook.now()).toEqual({ status: 'completed' });
  });
});
