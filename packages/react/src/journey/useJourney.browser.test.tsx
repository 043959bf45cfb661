import { act, renderHook } from '@testing-library/react';
import type { ScenarioName } from '@stepframe/sandbox';
import { describe, expect, it, vi } from 'vitest';
import { StepframeProvider } from '../StepframeProvider.tsx';
import { type Bench, type BenchOptions, createBench, isCompletion, isSummary } from '../testing/createBench.tsx';
import { createPicture } from '../testing/createPicture.ts';
import { holdClock } from '../testing/holdClock.ts';
import type { JourneyDefinition } from './JourneyDefinition.ts';
import { useJourney } from './useJourney.ts';

const advance = holdClock();

/** As the sandbox's own flows have them. */
const definition: JourneyDefinition = {
  steps: [
    { id: '0', kind: 'id-document', sides: 2 },
    { id: '10', kind: 'selfie' },
    { id: 'proof_of_address', kind: 'proof-of-address', isOptional: true },
  ],
};
const menu: JourneyDefinition = { ...definition, order: 'menu' };

/** Opens a journey whose verdicts take a second, with steps that were submitted before. */
async function open(options: BenchOptions = {}, ...submitted: readonly string[]) {
  const bench = await createBench({ processingMs: 1_000, ...options });
  for (const stepId of submitted) {
    await bench.client.processStep({ journeyId: bench.journeyId, stepId, image: createPicture() });
  }
  if (submitted.length > 0) await advance(1_000);
  return bench;
}

function mount({ wrapper }: Bench, given = definition) {
  const { result, unmount } = renderHook(() => useJourney(given), { wrapper, reactStrictMode: true });
  const now = () => result.current;
  const stateOf = (stepId: string) => {
    const journey = now();
    const item = 'items' in journey ? journey.items.find(({ step }) => step.id === stepId) : undefined;
    if (!item) throw new Error(`There is no step ${stepId} while the journey is ${journey.status}.`);
    return item.state;
  };
  return {
    now,
    unmount,
    stateOf,
    /** Where it stands, in short: `step 0`, `done 0`, or the status alone. */
    place: () => {
      const journey = now();
      return journey.status === 'step' ? `${journey.isDone ? 'done' : 'step'} ${journey.step.id}` : journey.status;
    },
    submit: (stepId: string) =>
      act(async () => {
        const state = stateOf(stepId);
        if ('submit' in state) state.submit([createPicture()]);
      }),
    next: () =>
      act(async () => {
        const journey = now();
        if (journey.status === 'step' && journey.isDone) journey.next();
      }),
    open: (stepId: string) =>
      act(async () => {
        const journey = now();
        const item = journey.status === 'menu' && journey.items.find(({ step }) => step.id === stepId);
        if (item && !item.isDone) item.open();
      }),
  };
}

const completions = ({ sandbox }: Bench) => sandbox.calls('complete').length;

describe('useJourney, one step after the other', () => {
  it('leads to each step that is not done, shows its verdict until the person goes on, and ends with the summary', async () => {
    const bench = await open();
    const hook = mount(bench);
    expect(hook.now()).toEqual({ status: 'loading' });
    await advance(500);
    expect(hook.place()).toBe('step 0');

    await hook.submit('0');
    await advance(200);
    expect(hook.place()).toBe('step 0');
    expect(hook.stateOf('0').status).toMatch(/uploading|processing/);
    await advance(5_000);
    expect([hook.place(), hook.stateOf('0').status]).toEqual(['done 0', 'accepted']);
    await hook.next();
    expect(hook.place()).toBe('step 10');

    await hook.submit('10');
    await advance(5_000);
    await hook.next();
    expect(hook.place()).toBe('step proof_of_address');
    const address = hook.stateOf('proof_of_address');
    await act(async () => 'skip' in address && address.skip?.());
    await advance(5_000);
    expect([hook.place(), hook.stateOf('proof_of_address').status]).toEqual(['done proof_of_address', 'skipped']);
    await hook.next();
    await advance(3_000);
    expect(hook.now()).toMatchObject({ status: 'completed', summary: { isCompleted: true, interimAssessment: 'Passed' } });
    expect(completions(bench)).toBe(1);
    expect(bench.sandbox.submissions().map(({ stepId }) => stepId)).toEqual(['0', '10', 'proof_of_address']);
  });

  it('is completed as soon as every step is done, whether or not the person goes on', async () => {
    const bench = await open({}, '0', '10');
    const hook = mount(bench, { steps: [...definition.steps.slice(0, 2), { id: 'proof_of_address', kind: 'proof-of-address' }] });
    await advance(500);
    await hook.submit('proof_of_address');
    await advance(6_000);
    expect(hook.place()).toBe('done proof_of_address');
    expect(hook.now()).toMatchObject({ items: [{ isDone: true }, { isDone: true }, { isDone: true }] });
    expect(completions(bench)).toBe(1);
    await hook.next();
    expect(hook.place()).toBe('completed');
  });

  it('begins after a reload, or days later, where the summary says', async () => {
    const bench = await open({}, '0');
    const first = mount(bench);
    await advance(500);
    expect(first.place()).toBe('step 10');
    first.unmount();
    await bench.client.processStep({ journeyId: bench.journeyId, stepId: '10', image: createPicture() });
    await bench.client.processStep({ journeyId: bench.journeyId, stepId: 'proof_of_address', skip: true });
    await advance(3_000);
    // All was done when the page was closed, and nobody had completed it.
    const { client, journeyId } = bench;
    const wrapper: Bench['wrapper'] = (props) => <StepframeProvider client={client} journeyId={journeyId} {...props} />;
    const second = mount({ ...bench, wrapper });
    await advance(5_000);
    expect(second.place()).toBe('completed');
    expect(completions(bench)).toBe(1);
  });

  it('goes on from a step that allows no other try, and stays at one that does', async () => {
    const bench = await open({ flowId: 'rejected-concluded' });
    const hook = mount(bench);
    await advance(500);
    await hook.submit('0');
    await advance(5_000);
    expect([hook.place(), hook.stateOf('0').status]).toEqual(['step 0', 'rejected']);
    await hook.submit('0');
    await advance(5_000);
    expect([hook.place(), hook.stateOf('0').status]).toEqual(['done 0', 'rejected']);
    await hook.next();
    expect(hook.place()).toBe('step 10');
  });

  it('does not complete by itself where the host wants a last word', async () => {
    const bench = await open({}, '0', '10');
    const hook = mount(bench, { steps: definition.steps.slice(0, 2), completes: false });
    await advance(3_000);
    const journey = hook.now();
    expect(journey.status).toBe('ready');
    expect(completions(bench)).toBe(0);
    await act(async () => journey.status === 'ready' && journey.complete());
    expect(hook.place()).toBe('completing');
    await advance(3_000);
    expect(hook.place()).toBe('completed');
  });
});

describe('useJourney, in the person’s own order', () => {
  it('offers what is not done, leads into a step and back, and completes once only optional ones are open', async () => {
    const bench = await open();
    const hook = mount(bench, menu);
    await advance(500);
    expect(hook.now()).toMatchObject({ status: 'menu', items: [{ open: expect.anything() }, { isDone: false }, { isDone: false }] });
    expect(hook.now()).not.toHaveProperty('complete');

    await hook.open('10');
    expect(hook.place()).toBe('step 10');
    const step = hook.now();
    await act(async () => step.status === 'step' && !step.isDone && step.leave?.());
    expect(hook.place()).toBe('menu');

    // What was sent is followed from the menu as well.
    await hook.open('10');
    await hook.submit('10');
    const sending = hook.now();
    await act(async () => sending.status === 'step' && !sending.isDone && sending.leave?.());
    await advance(5_000);
    expect([hook.place(), hook.stateOf('10').status]).toEqual(['menu', 'accepted']);
    await hook.open('10');
    expect(hook.place()).toBe('menu');

    await hook.open('0');
    await hook.submit('0');
    await advance(5_000);
    expect(hook.place()).toBe('done 0');
    await hook.next();
    const rest = hook.now();
    expect(rest).toMatchObject({ status: 'menu', complete: expect.anything() });
    expect(completions(bench)).toBe(0);
    await act(async () => rest.status === 'menu' && rest.complete?.());
    expect(hook.place()).toBe('completing');
    await advance(3_000);
    expect(hook.place()).toBe('completed');
    expect(completions(bench)).toBe(1);
  });

  it('completes by itself once the optional ones are answered too', async () => {
    const bench = await open({}, '0', '10', 'proof_of_address');
    const hook = mount(bench, menu);
    await advance(4_000);
    expect(hook.place()).toBe('completed');
  });
});

describe('useJourney, with what happens elsewhere', () => {
  it('leads back to a step that is opened again after the end, and completes once more', async () => {
    const bench = await open({ flowId: 'reopened-after-completion' }, '0', '10', 'proof_of_address');
    const hook = mount(bench);
    await advance(3_000);
    expect(hook.place()).toBe('completed');
    await advance(6_000);
    // After the end nobody asks; whoever comes back to the tab sees it.
    document.dispatchEvent(new Event('visibilitychange'));
    await advance(500);
    expect(hook.place()).toBe('step 0');
    expect(bench.events.at(-1)).toEqual({ type: 'step-reopened', stepId: '0' });

    await hook.submit('0');
    await advance(8_000);
    expect(hook.place()).toBe('done 0');
    await hook.next();
    await advance(3_000);
    expect(hook.place()).toBe('completed');
    expect(completions(bench)).toBe(2);
  });

  it('lets the person finish what they are doing before it goes back to a step that was opened again', async () => {
    const bench = await open({}, '0');
    const hook = mount(bench);
    await advance(500);
    expect(hook.place()).toBe('step 10');
    bench.sandbox.reopenStep(bench.journeyId, '0');
    await hook.submit('10');
    await advance(5_000);
    expect([hook.place(), hook.stateOf('0').status]).toEqual(['done 10', 'idle']);
    await hook.next();
    expect(hook.place()).toBe('step 0');
  });

  it.each<['sequence' | 'menu']>([['sequence'], ['menu']])('ends when another system completes the journey (%s)', async (order) => {
    const bench = await open({}, '0');
    const hook = mount(bench, { ...definition, order });
    await advance(500);
    await hook.open('10');
    expect(hook.place()).toBe('step 10');
    bench.sandbox.completeJourney(bench.journeyId);
    // Nothing is awaited, so it is looked at twice a minute.
    await advance(31_000);
    expect(hook.place()).toBe('completed');
    expect(completions(bench)).toBe(0);
  });

  it.each<[ScenarioName, readonly unknown[]]>([
    ['skip-not-shown', ['skipped', true]],
    ['skip-as-status', ['accepted', true]],
    ['skip-not-concluded', ['skipped', true]],
  ])('takes a step for left out however the API shows that: %s', async (flowId, expected) => {
    const bench = await open({ flowId }, '0', '10');
    const hook = mount(bench);
    await advance(2_500);
    const address = hook.stateOf('proof_of_address');
    await act(async () => 'skip' in address && address.skip?.());
    await advance(6_000);
    const journey = hook.now();
    expect([hook.stateOf('proof_of_address').status, journey.status === 'step' && journey.isDone]).toEqual(expected);
    expect(completions(bench)).toBe(1);
  });
});

describe('useJourney, when something fails', () => {
  it('says that nothing can be read, and looks again', async () => {
    const trouble = { on: true };
    const bench = await open({
      between: (handle) => async (request) => {
        if (trouble.on && isSummary(request)) return new Response('{}', { status: 404 });
        return handle(request);
      },
    });
    const hook = mount(bench);
    await advance(3_000);
    const journey = hook.now();
    expect(journey).toMatchObject({ status: 'failed', during: 'loading', error: { code: 'request/not-found' } });
    trouble.on = false;
    await act(async () => journey.status === 'failed' && journey.retry());
    await advance(3_000);
    expect(hook.place()).toBe('step 0');

    // Known once, it says what is wrong and takes nothing out of the person's hands.
    trouble.on = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await advance(3_000);
    expect(hook.now()).toMatchObject({ status: 'step', error: { code: 'request/not-found' } });
  });

  it('says that the journey could not be completed, does not ask for ever, and tries again by the person’s word', async () => {
    const trouble = { on: true };
    const between: BenchOptions['between'] = (handle) => async (request) =>
      trouble.on && isCompletion(request) ? new Response('{}', { status: 403 }) : handle(request);
    const bench = await open({ between }, '0', '10', 'proof_of_address');
    const hook = mount(bench);
    await advance(60_000);
    const journey = hook.now();
    expect(journey).toMatchObject({ status: 'failed', during: 'completing', error: { code: 'request/forbidden' } });
    expect(bench.sandbox.calls('complete')).toHaveLength(0);
    trouble.on = false;
    await act(async () => journey.status === 'failed' && journey.retry());
    await advance(3_000);
    expect(hook.place()).toBe('completed');
    expect(completions(bench)).toBe(1);
  });

  it('refuses a definition without steps, which would be completed at once', async () => {
    const bench = await open();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => mount(bench, { steps: [] })).toThrow(/has no steps.*definition\.steps/);
    expect(completions(bench)).toBe(0);
  });
});
