import { createTestImage } from '@stepframe/sandbox';
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { UseCaptureOptions } from '../capture/useCapture.ts';
import { type Bench, createBench, isStep } from '../testing/createBench.tsx';
import { holdClock } from '../testing/holdClock.ts';
import type { StepScreen } from './toStepScreen.ts';
import { type CaptureStep, useCaptureStep } from './useCaptureStep.ts';

const advance = holdClock();

/** The hook with every screen it asked for. */
function mount({ wrapper }: Bench, options?: UseCaptureOptions) {
  const names: StepScreen['name'][] = [];
  const { result } = renderHook(
    () => {
      const step = useCaptureStep('0', options);
      names.push(step.screen.name);
      return step;
    },
    { wrapper },
  );
  return {
    now: () => result.current,
    /** The screens so far, each once as long as it lasts. */
    screens: (from = 0) => names.slice(from).filter((name, at, all) => name !== all[at - 1]),
    count: () => names.length,
    do: (action: (step: CaptureStep) => void) => act(async () => action(result.current)),
  };
}

/** Chooses a file, and waits until it is prepared; that takes the browser's own time. */
async function choose(step: ReturnType<typeof mount>, file: Blob) {
  await step.do(({ capture }) => capture.take(file));
  await vi.waitFor(async () => {
    await advance(100);
    expect(step.now().screen.name).toBe('review');
  }, 10_000);
}

const front = createTestImage({ widthPx: 1000, heightPx: 700 });
const back = createTestImage({ widthPx: 1001, heightPx: 700 });
const sides = ['front', 'back'] as const;

describe('useCaptureStep', () => {
  it('leads from the instructions over both sides to the verdict', async () => {
    const bench = await createBench();
    const step = mount(bench, { sides });
    await advance(500);
    await step.do(({ capture }) => capture.begin('file'));
    await choose(step, front);
    expect(step.now().capture).toMatchObject({ status: 'reviewing', side: 'front', missing: 'back' });
    await step.do(({ send }) => send());
    await advance(200);
    expect(step.now().screen.name).toBe('review');
    expect(bench.sandbox.submissions()).toEqual([]);

    await step.do(({ capture }) => capture.approve());
    await choose(step, back);
    await act(async () => {
      step.now().send();
      step.now().send();
    });
    await advance(8_000);
    expect(step.now().screen).toEqual({ name: 'accepted', step: { status: 'accepted' } });
    expect(step.screens()).toEqual(['loading', 'instructions', 'file', 'review', 'file', 'review', 'uploading', 'processing', 'accepted']);
    expect(bench.sandbox.submissions()).toMatchObject([{ image: { widthPx: 1000 }, image2: { widthPx: 1001 } }]);
    expect(step.now().capture.status).toBe('idle');
  });

  it('begins afresh after a rejection, with the reason first and nothing of the old picture', async () => {
    const bench = await createBench({ flowId: 'rejected-cropped-then-approved', processingMs: 0 });
    const step = mount(bench);
    await advance(500);
    await step.do(({ capture }) => capture.begin('file'));
    await choose(step, front);
    await step.do(({ send }) => send());
    await advance(5_000);
    expect(step.now().screen).toMatchObject({ name: 'rejected', step: { feedback: { code: 'feedback_document_cropped' } } });
    expect(step.now().capture.status).toBe('idle');

    await step.do(({ capture }) => capture.begin('file'));
    await choose(step, back);
    const from = step.count();
    await step.do(({ send }) => send());
    await advance(5_000);
    expect(step.now().screen.name).toBe('accepted');
    expect(step.screens(from)).not.toContain('rejected');
    expect(bench.sandbox.submissions()).toMatchObject([{ image: { widthPx: 1000 } }, { image: { widthPx: 1001 } }]);
  });

  it('keeps the picture under review through a failure, a retry and a way back', async () => {
    const bench = await createBench({ flowId: 'upload-error-then-approved', processingMs: 0 });
    const step = mount(bench);
    await advance(500);
    await step.do(({ capture }) => capture.begin('file'));
    await choose(step, front);
    await step.do(({ send }) => send());
    await advance(3_000);
    expect(step.now().screen.name).toBe('failed');
    await step.do(({ step: failed }) => 'reset' in failed && failed.reset());
    await advance(200);
    expect(step.now().screen.name).toBe('review');
    await step.do(({ send }) => send());
    await advance(5_000);
    expect(step.now().screen.name).toBe('accepted');
    expect(step.now().capture.status).toBe('idle');
  });

  it('goes back to the picture under review when the upload is cancelled, after a rejection too', async () => {
    const uploads = { stuck: false };
    const bench = await createBench({
      flowId: 'rejected-cropped-then-approved',
      processingMs: 0,
      onUpload: (_report, signal) =>
        uploads.stuck
          ? new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
            })
          : Promise.resolve(),
    });
    const step = mount(bench);
    await advance(500);
    for (const isStuck of [false, true]) {
      uploads.stuck = isStuck;
      await step.do(({ capture }) => capture.begin('file'));
      await choose(step, isStuck ? back : front);
      await step.do(({ send }) => send());
      await advance(isStuck ? 300 : 5_000);
    }
    expect(step.now().screen.name).toBe('uploading');
    await step.do(({ step: uploading }) => 'cancel' in uploading && uploading.cancel());
    await advance(5_000);
    expect(step.now().screen.name).toBe('review');
    expect(bench.sandbox.submissions()).toHaveLength(1);
  });

  it('shows the rejection, not the picture, when the answer to the submission was lost', async () => {
    const bench = await createBench({
      flowId: 'rejected-cropped-then-approved',
      processingMs: 0,
      between: (handle) => async (request) => {
        const response = await handle(request);
        if (isStep(request)) throw new Error('cut');
        return response;
      },
    });
    const step = mount(bench);
    await advance(500);
    await step.do(({ capture }) => capture.begin('file'));
    await choose(step, front);
    await step.do(({ send }) => send());
    await advance(5_000);
    expect(step.now().screen).toMatchObject({ name: 'rejected', step: { feedback: { code: 'feedback_document_cropped' } } });
    expect(step.now().capture.status).toBe('idle');
  });

  it('is unreachable while the summary cannot be read, and asks again on its own', async () => {
    const trouble = { on: true };
    const bench = await createBench({
      between: (handle) => async (request) => {
        if (trouble.on && request.method === 'GET') throw new Error('offline');
        return handle(request);
      },
    });
    const step = mount(bench);
    await advance(12_000);
    expect(step.screens()).toContain('unreachable');
    trouble.on = false;
    await advance(10_000);
    expect(step.now().screen.name).toBe('instructions');
  });
});
