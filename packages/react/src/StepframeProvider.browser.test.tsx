import type { JourneyEvent } from '@stepframe/core';
import { render, renderHook, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useCapture } from './capture/useCapture.ts';
import { useCompleteJourney } from './journey/useCompleteJourney.ts';
import { useJourneySummary } from './journey/useJourneySummary.ts';
import { useProcessStep } from './journey/useProcessStep.ts';
import { useCaptureStep } from './step/useCaptureStep.ts';
import { StepframeProvider, useStepframe } from './StepframeProvider.tsx';
import { type Bench, createBench } from './testing/createBench.tsx';
import { holdClock } from './testing/holdClock.ts';

const advance = holdClock();

function Status() {
  return <p>{useJourneySummary().status}</p>;
}

describe('a hook outside of a StepframeProvider', () => {
  it.each<[string, () => unknown]>([
    ['useStepframe', () => useStepframe()],
    ['useJourneySummary', () => useJourneySummary()],
    ['useProcessStep', () => useProcessStep('0')],
    ['useCompleteJourney', () => useCompleteJourney()],
    ['useCaptureStep', () => useCaptureStep('0')],
  ])('says what is missing and what to do: %s', (_name, hook) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => renderHook(hook)).toThrow(/outside of <StepframeProvider>.*Wrap the app/);
  });

  it('needs none for pictures alone', () => {
    expect(renderHook(() => useCapture()).result.current.status).toBe('idle');
  });
});

describe('StepframeProvider', () => {
  it('shares a journey that it is given: two providers ask once', async () => {
    const bench = await createBench();
    render(
      <>
        <Status />
        <StepframeProvider journey={bench.journey}>
          <Status />
        </StepframeProvider>
      </>,
      { wrapper: bench.wrapper },
    );
    await advance(500);
    expect(screen.getAllByText('ready')).toHaveLength(2);
    expect(bench.summaryCalls()).toBe(1);
  });

  it('opens one journey and asks once under StrictMode, and tells its events to the latest listener', async () => {
    const bench = await createBench({ processingMs: 0 });
    const [first, second] = [vi.fn<(event: JourneyEvent) => void>(), vi.fn<(event: JourneyEvent) => void>()];
    const page = (onEvent: (event: JourneyEvent) => void) => (
      <StepframeProvider client={bench.client} journeyId={bench.journeyId} onEvent={onEvent}>
        <Status />
      </StepframeProvider>
    );
    const { rerender } = render(page(first), { reactStrictMode: true });
    await advance(500);
    expect(bench.summaryCalls()).toBe(1);
    rerender(page(second));
    await bench.client.completeJourney(bench.journeyId);
    document.dispatchEvent(new Event('visibilitychange'));
    await advance(3_000);
    expect(first).not.toHaveBeenCalled();
    expect(second.mock.calls).toEqual([[{ type: 'journey-completed', assessment: 'Failed' }]]);
  });

  it('keeps journeys apart when it is given another one', async () => {
    const [one, two] = [await createBench(), await createBench()];
    const seen: (string | null)[] = [];
    const Journey = () => {
      const journey = useJourneySummary();
      seen.push(journey.status === 'ready' ? journey.summary.journeyId : null);
      return null;
    };
    const page = ({ client, journeyId }: Bench) => (
      <StepframeProvider client={client} journeyId={journeyId}>
        <Journey />
      </StepframeProvider>
    );
    const { rerender } = render(page(one));
    await advance(500);
    const from = seen.length;
    rerender(page(two));
    await advance(500);
    expect(seen.slice(0, from).at(-1)).toBe(one.journeyId);
    expect(new Set(seen.slice(from))).toEqual(new Set([null, two.journeyId]));
  });

  it('stops asking when it goes away', async () => {
    const bench = await createBench();
    const { unmount } = render(<Status />, { wrapper: bench.wrapper, reactStrictMode: true });
    await advance(500);
    unmount();
    await advance(100);
    expect(vi.getTimerCount()).toBe(0);
    document.dispatchEvent(new Event('visibilitychange'));
    await advance(60_000);
    expect(bench.summaryCalls()).toBe(1);
  });
});
