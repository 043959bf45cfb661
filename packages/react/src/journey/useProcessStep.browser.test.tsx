import { createClient, type StepImages, type StepState } from '@stepframe/core';
import { createAxiosAdapter } from '@stepframe/sandbox/testing';
import { act, renderHook } from '@testing-library/react';
import axios from 'axios';
import { describe, expect, it, vi } from 'vitest';
import { type Bench, createBench, type Handle, isStep, isSummary } from '../testing/createBench.tsx';
import { createPicture } from '../testing/createPicture.ts';
import { holdClock } from '../testing/holdClock.ts';
import { useProcessStep } from './useProcessStep.ts';

const advance = holdClock();

/** The hook in a component of its own, with every state it was rendered with. */
function mount({ wrapper }: Bench, { stepId = '0', reactStrictMode = false } = {}) {
  const states: StepState[] = [];
  const hook = renderHook(
    () => {
      const step = useProcessStep(stepId);
      states.push(step);
      return step;
    },
    { wrapper, reactStrictMode },
  );
  return {
    now: () => hook.result.current,
    /** The statuses since a state, each once as long as it lasts. */
    statuses: (from = 0) =>
      states
        .map(({ status }) => status)
        .slice(from)
        .filter((status, at, all) => status !== all[at - 1]),
    states,
    unmount: hook.unmount,
    do: (action: (step: StepState) => void) => act(async () => action(hook.result.current)),
  };
}

/** Presses an action that must be there. */
function press(step: StepState, action: 'submit', images: StepImages): void;
function press(step: StepState, action: 'cancel' | 'retry' | 'reset'): void;
function press(step: StepState, action: string, images?: StepImages): void {
  const found = Object.entries(step).find(([name]) => name === action)?.[1] as ((images?: StepImages) => void) | undefined;
  if (!found) throw new Error(`There is no ${action} in ${step.status}.`);
  found(images);
}

/** An upload that stands still until it is aborted. */
const stuck = (report: (share: number) => void, signal: AbortSignal) => {
  report(0.5);
  return new Promise<void>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
};

/** The sandbox takes the submission, and its answer is lost. */
const losingAnswers =
  (isLost: (submission: number) => boolean) =>
  (handle: Handle): Handle => {
    let submissions = 0;
    return async (request) => {
      const response = await handle(request);
      if (isStep(request)) submissions += 1;
      if (isStep(request) && isLost(submissions)) throw new Error('cut');
      return response;
    };
  };

/** The submission itself is lost. */
const losingRequests =
  (isLost: (submission: number) => boolean) =>
  (handle: Handle): Handle => {
    let submissions = 0;
    return async (request) => {
      if (isStep(request)) submissions += 1;
      if (isStep(request) && isLost(submissions)) throw new Error('offline');
      return handle(request);
    };
  };

describe('a step that goes well', () => {
  it('is idle, uploading with progress, processing and accepted', async () => {
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1_000));
    const bench = await createBench({
      onUpload: async (report) => {
        for (const share of [0.25, 0.5, 0.75]) {
          report(share);
          await pause();
        }
      },
    });
    const step = mount(bench);
    await advance(500);
    expect(Object.keys(step.now())).toEqual(['status', 'submit']);

    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(500);
    expect(step.now()).toMatchObject({ status: 'uploading', progress: 0.25 });
    await advance(1_000);
    expect(step.now()).toMatchObject({ status: 'uploading', progress: 0.5 });
    await advance(2_000);
    expect(step.now()).toEqual({ status: 'processing', error: null });
    await advance(6_000);
    expect(step.now()).toEqual({ status: 'accepted' });

    expect(step.statuses()).toEqual(['idle', 'uploading', 'processing', 'accepted']);
    const shares = step.states.flatMap((state) => (state.status === 'uploading' ? [state.progress] : []));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(bench.sandbox.summaryCalls(bench.journeyId).every(({ status }) => status === 200)).toBe(true);
  });

  it('sends both sides and the additional data once', async () => {
    const bench = await createBench({ processingMs: 0 });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => 'submit' in state && state.submit([createPicture(900), createPicture(901)], { additionalData: { a: [1] } }));
    await advance(3_000);
    expect(step.now().status).toBe('accepted');
    expect(bench.sandbox.submissions()).toMatchObject([
      { stepId: '0', image: { widthPx: 900 }, image2: { widthPx: 901 }, additionalData: { a: [1] } },
    ]);
  });

  it('is accepted from the start when the summary says so', async () => {
    const bench = await createBench({ processingMs: 0 });
    await bench.client.processStep({ journeyId: bench.journeyId, stepId: '0', image: createPicture() });
    const step = mount(bench);
    await advance(2_500);
    expect(step.now()).toEqual({ status: 'accepted' });
  });

  it('is shared by components that name it, under StrictMode too, and a double submit sends once', async () => {
    const bench = await createBench();
    const one = mount(bench, { reactStrictMode: true });
    const two = mount(bench, { reactStrictMode: true });
    const other = mount(bench, { stepId: '10', reactStrictMode: true });
    await advance(500);
    const [first, second] = [one.now(), two.now()];
    await act(async () => {
      for (const state of [first, second, first]) press(state, 'submit', [createPicture()]);
    });
    await advance(1_000);
    expect([one.now().status, two.now().status, other.now().status]).toEqual(['processing', 'processing', 'idle']);
    await advance(8_000);
    expect([one.now().status, two.now().status, other.now().status]).toEqual(['accepted', 'accepted', 'idle']);
    for (const { statuses } of [one, two]) expect(statuses()).toEqual(['idle', 'uploading', 'processing', 'accepted']);
    expect(bench.sandbox.submissions()).toHaveLength(1);
  });
});

describe('a rejected step', () => {
  it('never shows the old rejection between the new receipt and the fresh summary', async () => {
    const bench = await createBench({ flowId: 'rejected-cropped-then-approved' });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(8_000);
    expect(step.now()).toMatchObject({ status: 'rejected', canRetry: true, feedback: { code: 'feedback_document_cropped' } });

    const from = step.states.length;
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(8_000);
    expect(step.now()).toEqual({ status: 'accepted' });
    expect(step.statuses(from)).toEqual(['uploading', 'processing', 'accepted']);
  });

  it('does not take a summary that was asked for before the receipt for the new verdict', async () => {
    const delay = { ms: 0 };
    const bench = await createBench({
      flowId: 'rejected-cropped-then-approved',
      between: (handle) => async (request) => {
        const response = await handle(request);
        if (isSummary(request)) await new Promise((resolve) => setTimeout(resolve, delay.ms));
        return response;
      },
      onUpload: () => new Promise((resolve) => setTimeout(resolve, 500)),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(9_000);
    expect(step.now().status).toBe('rejected');

    const from = step.states.length;
    delay.ms = 1_500;
    const before = bench.summaryCalls();
    // A window that gets the focus asks too; its answer, still the old one, comes after the receipt.
    document.dispatchEvent(new Event('visibilitychange'));
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(200);
    expect(bench.summaryCalls()).toBe(before + 1);
    await advance(12_000);
    expect(step.now()).toEqual({ status: 'accepted' });
    expect(step.statuses(from)).toEqual(['uploading', 'processing', 'accepted']);
    expect(bench.sandbox.summaryCalls(bench.journeyId).every(({ status }) => status === 200)).toBe(true);
  });

  it('offers no further try once it is concluded', async () => {
    const bench = await createBench({ flowId: 'rejected-concluded', processingMs: 0 });
    const step = mount(bench);
    await advance(100);
    for (const canRetry of [true, false]) {
      await step.do((state) => press(state, 'submit', [createPicture()]));
      await advance(5_000);
      expect(step.now()).toMatchObject({ status: 'rejected', canRetry });
    }
    expect('submit' in step.now()).toBe(false);
  });
});

describe('a cancelled upload', () => {
  it('goes back, sends nothing, and leaves the way open for another', async () => {
    const uploads = { stuck: true };
    const bench = await createBench({
      onUpload: async (report, signal) => (uploads.stuck ? stuck(report, signal) : undefined),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture(900)]));
    await advance(500);
    expect(step.now()).toMatchObject({ status: 'uploading', progress: 0.5 });
    await step.do((state) => press(state, 'cancel'));
    await advance(20_000);
    expect(step.now().status).toBe('idle');
    expect(bench.sandbox.submissions()).toEqual([]);

    uploads.stuck = false;
    await step.do((state) => press(state, 'submit', [createPicture(901)]));
    await advance(8_000);
    expect(step.statuses()).toEqual(['idle', 'uploading', 'idle', 'uploading', 'processing', 'accepted']);
    expect(bench.sandbox.submissions()).toMatchObject([{ image: { widthPx: 901 } }]);
  });

  it('goes back to the rejection that another try was to follow', async () => {
    const uploads = { stuck: false };
    const bench = await createBench({
      flowId: 'rejected-cropped-then-approved',
      processingMs: 0,
      onUpload: async (report, signal) => (uploads.stuck ? stuck(report, signal) : undefined),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(5_000);
    uploads.stuck = true;
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(100);
    await step.do((state) => press(state, 'cancel'));
    await advance(5_000);
    expect(step.now()).toMatchObject({ status: 'rejected', canRetry: true, feedback: { code: 'feedback_document_cropped' } });
    expect(bench.sandbox.submissions()).toHaveLength(1);
  });

  it('shows what the API took all the same, when cancelling came too late', async () => {
    const bench = await createBench({
      between: (handle) => async (request) => {
        const response = await handle(request);
        if (isStep(request)) await new Promise((resolve) => setTimeout(resolve, 1_000));
        return response;
      },
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(300);
    await step.do((state) => press(state, 'cancel'));
    await advance(10_000);
    expect(step.now()).toEqual({ status: 'accepted' });
    expect(bench.sandbox.submissions()).toHaveLength(1);
  });
});

describe('a failed submission', () => {
  it('keeps the picture, waits for a word, and sends the same one again', async () => {
    const bench = await createBench({ flowId: 'upload-error-then-approved' });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture(900), createPicture(901)]));
    await advance(30_000);
    expect(step.now()).toMatchObject({ status: 'failed', retryable: true, error: { code: 'request/server', status: 503 } });
    expect(bench.sandbox.submissions()).toHaveLength(1);

    const from = step.states.length;
    await act(async () => {
      const state = step.now();
      press(state, 'retry');
      press(state, 'retry');
    });
    await advance(8_000);
    expect(step.statuses(from)).toEqual(['uploading', 'processing', 'accepted']);
    expect(bench.sandbox.submissions()).toMatchObject([
      { image: { widthPx: 900 }, image2: { widthPx: 901 }, result: { accepted: false } },
      { image: { widthPx: 900 }, image2: { widthPx: 901 }, result: { accepted: true } },
    ]);
  });

  it('can be retried from another component', async () => {
    const bench = await createBench({ flowId: 'upload-error-then-approved', processingMs: 0 });
    const one = mount(bench);
    const two = mount(bench);
    await advance(100);
    await one.do((state) => press(state, 'submit', [createPicture()]));
    await advance(3_000);
    await two.do((state) => press(state, 'retry'));
    await advance(5_000);
    expect([one.now(), two.now()]).toEqual([{ status: 'accepted' }, { status: 'accepted' }]);
  });

  it('lets the pictures go when it is reset, and a retry that was kept does nothing from then on', async () => {
    const bench = await createBench({ between: losingRequests(() => true) });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(3_000);
    const failed = step.now();
    expect(failed).toMatchObject({ status: 'failed', retryable: true, error: { code: 'request/network' } });
    await step.do((state) => press(state, 'reset'));
    await advance(100);
    expect(step.now().status).toBe('idle');
    await act(async () => press(failed, 'retry'));
    await advance(3_000);
    expect(step.now().status).toBe('idle');
  });

  it('cannot be retried when the picture was refused', async () => {
    const bench = await createBench({ limits: { maxBytes: 10 } });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(3_000);
    expect(step.now()).toMatchObject({ status: 'failed', retryable: false, error: { code: 'request/too-large' } });
    expect(Object.keys(step.now()).toSorted()).toEqual(['error', 'reset', 'retryable', 'status']);
  });

  it('is processing and accepted when it arrived after all', async () => {
    const bench = await createBench({ between: losingAnswers(() => true) });
    const step = mount(bench);
    await advance(2_500);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(2_300);
    expect(step.now()).toEqual({ status: 'processing', error: null });
    await advance(6_000);
    expect(step.now()).toEqual({ status: 'accepted' });
    expect(bench.sandbox.submissions()).toHaveLength(1);
  });

  it('is rejected with its feedback when it arrived after all and did not pass', async () => {
    const bench = await createBench({ flowId: 'rejected-cropped-then-approved', between: losingAnswers((submission) => submission === 1) });
    const step = mount(bench);
    await advance(2_500);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(10_000);
    expect(step.now()).toMatchObject({ status: 'rejected', canRetry: true, feedback: { code: 'feedback_document_cropped' } });
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(8_000);
    expect(step.now()).toEqual({ status: 'accepted' });
  });

  it('is rejected when the second try arrived after all and was rejected for the same reason', async () => {
    const feedback = { code: 'feedback_document_cropped', title: 'Cropped', details: '' };
    const bench = await createBench({
      flowId: 'strict',
      flows: {
        strict: {
          steps: [{ stepId: '0', stepType: 'Document', stepTitle: 'Photo ID' }],
          maxAttempts: 5,
          scenario: { description: 'Rejects everything.', judge: () => ({ verdict: 'rejected', feedback }) },
        },
      },
      between: losingAnswers((submission) => submission === 2),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(8_000);
    expect(step.now()).toMatchObject({ status: 'rejected' });
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(10_000);
    expect(step.now()).toMatchObject({ status: 'rejected', canRetry: true, feedback });
    expect(bench.sandbox.submissions()).toHaveLength(2);
  });

  it('stays failed after a rejection when the second try did not arrive', async () => {
    const bench = await createBench({
      flowId: 'rejected-cropped-then-approved',
      processingMs: 0,
      between: losingRequests((submission) => submission === 2),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture(900)]));
    await advance(5_000);
    expect(step.now().status).toBe('rejected');
    await step.do((state) => press(state, 'submit', [createPicture(901)]));
    await advance(10_000);
    expect(step.now()).toMatchObject({ status: 'failed', retryable: true, error: { code: 'request/network' } });
    await step.do((state) => press(state, 'retry'));
    await advance(5_000);
    expect(step.now()).toEqual({ status: 'accepted' });
    expect(bench.sandbox.submissions()).toMatchObject([{ image: { widthPx: 900 } }, { image: { widthPx: 901 } }]);
  });
});

describe('trouble while polling', () => {
  it('is told while it lasts, and passes', async () => {
    const trouble = { on: false };
    const bench = await createBench({
      processingMs: 20_000,
      between: (handle) => async (request) => (trouble.on && isSummary(request) ? new Response('{}', { status: 503 }) : handle(request)),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(3_000);
    trouble.on = true;
    await advance(14_000);
    expect(step.now()).toMatchObject({ status: 'processing', error: { code: 'request/server' } });
    trouble.on = false;
    await advance(12_000);
    expect(step.now()).toEqual({ status: 'accepted' });
    expect(step.statuses()).toEqual(['idle', 'uploading', 'processing', 'accepted']);
  });

  it("passes as well when a client of the host's own throws what it likes", async () => {
    const trouble = { on: false };
    const bench = await createBench({
      processingMs: 20_000,
      dress: (client) => ({
        getSummary: async (...args) => {
          if (trouble.on) throw new TypeError('of the host');
          return client.getSummary(...args);
        },
      }),
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(3_000);
    trouble.on = true;
    await advance(14_000);
    expect(step.now()).toMatchObject({ status: 'processing', error: { code: 'unexpected/error', retryable: true } });
    trouble.on = false;
    await advance(14_000);
    expect(step.now()).toEqual({ status: 'accepted' });
  });

  it('ends with failed, and asks again by the person’s word only, when the session has expired', async () => {
    const session = { isLost: false };
    let asked = 0;
    const bench = await createBench({
      processingMs: 20_000,
      between: (handle) => async (request) => {
        if (isSummary(request)) asked += 1;
        return session.isLost ? new Response('{"error_code":"session_expired"}', { status: 401 }) : handle(request);
      },
    });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(3_000);
    expect(step.now().status).toBe('processing');
    session.isLost = true;
    await advance(5_000);
    expect(step.now()).toMatchObject({ status: 'failed', error: { code: 'request/session-expired' } });
    const calls = asked;
    await advance(60_000);
    expect(asked).toBe(calls);
    session.isLost = false;
    await step.do((state) => press(state, 'retry'));
    await advance(25_000);
    expect(step.now()).toEqual({ status: 'accepted' });
  });

  it('does not outlast the journey: completed elsewhere, it is asked about for a minute and no more', async () => {
    const bench = await createBench({ processingMs: 3_600_000 });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(5_000);
    const elsewhere = createClient({
      credentials: bench.sandbox.credentials,
      baseUrl: 'https://sandbox.example',
      axios: axios.create({ adapter: createAxiosAdapter(bench.sandbox.handle) }),
    });
    await elsewhere.completeJourney(bench.journeyId);
    await advance(80_000);
    const calls = bench.summaryCalls();
    await advance(120_000);
    expect(bench.summaryCalls()).toBe(calls);
    expect(step.now()).toEqual({ status: 'processing', error: null });
  });
});

describe('a component that goes away during the upload', () => {
  it('neither warns nor asks on, the upload arrives, and its pictures are let go', async () => {
    const warnings = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
    const bench = await createBench({ onUpload: () => new Promise((resolve) => setTimeout(resolve, 1_000)) });
    const step = mount(bench, { reactStrictMode: true });
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(300);
    step.unmount();
    const calls = bench.summaryCalls();
    await advance(20_000);
    expect(bench.sandbox.submissions()).toHaveLength(1);
    expect(bench.summaryCalls()).toBe(calls);
    for (const warning of warnings) expect(warning).not.toHaveBeenCalled();

    const again = mount(bench);
    await advance(3_000);
    expect(again.now()).toEqual({ status: 'accepted' });
  });

  it('leaves no timer behind', async () => {
    const bench = await createBench({ onUpload: stuck });
    const step = mount(bench);
    await advance(100);
    await step.do((state) => press(state, 'submit', [createPicture()]));
    await advance(100);
    await step.do((state) => press(state, 'cancel'));
    step.unmount();
    await advance(100);
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
