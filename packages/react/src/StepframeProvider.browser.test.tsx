import { keepPreviousData, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, renderHook, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCapture } from './capture/useCapture.ts';
import { journeyKeys } from './journey/journeyKeys.ts';
import { useCompleteJourney } from './journey/useCompleteJourney.ts';
import { useJourneySummary } from './journey/useJourneySummary.ts';
import { useProcessStep } from './journey/useProcessStep.ts';
import { useCaptureStep } from './step/useCaptureStep.ts';
import { StepframeProvider, useStepframe } from './StepframeProvider.tsx';
import { advance as advanceTimers, type Bench, createBench } from './testing/createBench.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const advance = (ms: number) => advanceTimers(ms, vi);

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
  it("keeps its data in the host's QueryClient when it is given one, and two providers then ask once", async () => {
    const bench = await createBench();
    const { queryClient, client, journeyId } = bench;
    render(
      <>
        {['a', 'b'].map((name) => (
          <StepframeProvider key={name} client={client} journeyId={journeyId} queryClient={queryClient}>
            <Status />
          </StepframeProvider>
        ))}
      </>,
    );
    await advance(500);
    expect(screen.getAllByText('ready')).toHaveLength(2);
    expect(queryClient.getQueryData(journeyKeys.summary(journeyId))).toMatchObject({ summary: { journeyId } });
    expect(bench.summaryCalls()).toBe(1);
  });

  it("keeps out of the host's QueryClient when it is not given it", async () => {
    const bench = await createBench();
    const host = new QueryClient();
    render(
      <QueryClientProvider client={host}>
        <StepframeProvider client={bench.client} journeyId={bench.journeyId}>
          <Status />
        </StepframeProvider>
      </QueryClientProvider>,
    );
    await advance(500);
    expect(screen.getByText('ready')).toBeDefined();
    expect(host.getQueryCache().getAll()).toEqual([]);
  });

  it('keeps journeys apart when it is given another one', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { placeholderData: keepPreviousData } } });
    const [one, two] = [await createBench({ queryClient }), await createBench({ queryClient })];
    const seen: (string | null)[] = [];
    const Journey = () => {
      const journey = useJourneySummary();
      seen.push(journey.status === 'ready' ? journey.summary.journeyId : null);
      return null;
    };
    const page = ({ client, journeyId }: Bench) => (
      <StepframeProvider client={client} journeyId={journeyId} queryClient={queryClient}>
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

  it('lets go of the focus and of the network when it goes away', async () => {
    const bench = await createBench();
    const mounted = vi.spyOn(bench.queryClient, 'mount');
    const unmounted = vi.spyOn(bench.queryClient, 'unmount');
    const { unmount } = render(<Status />, { wrapper: bench.wrapper, reactStrictMode: true });
    await advance(500);
    unmount();
    expect(mounted.mock.calls.length).toBeGreaterThan(0);
    expect(unmounted).toHaveBeenCalledTimes(mounted.mock.calls.length);
  });

  it('keeps its data through a trial unmount, and lets go of it when it goes away', async () => {
    const bench = await createBench();
    const seen: QueryClient[] = [];
    const Reader = () => {
      seen.push(useStepframe().queryClient);
      return <Status />;
    };
    const { unmount } = render(
      <StepframeProvider client={bench.client} journeyId={bench.journeyId}>
        <Reader />
      </StepframeProvider>,
      { reactStrictMode: true },
    );
    await advance(500);
    expect(screen.getByText('ready')).toBeDefined();
    const own = seen.at(-1);
    expect(own?.getQueryCache().getAll()).toHaveLength(1);
    unmount();
    await advance(1);
    expect(own?.getQueryCache().getAll()).toEqual([]);
  });
});
