import { createClient } from '@stepframe/core';
import { createSandbox, createTestImage, type Sandbox } from '@stepframe/sandbox';
import { createAxiosAdapter } from '@stepframe/sandbox/testing';
import { render, screen } from '@testing-library/react';
import axios from 'axios';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StepframeProvider } from '../StepframeProvider.tsx';
import { holdClock } from '../testing/holdClock.ts';
import { useJourneySummary } from './useJourneySummary.ts';

/** Shows the first step's status. */
function Status({ name }: { readonly name: string }) {
  const journey = useJourneySummary();
  const text = journey.status === 'ready' ? (journey.summary.steps[0]?.result?.status ?? 'nothing') : journey.status;
  return (
    <p>
      {name}: {text}
    </p>
  );
}

// Finer than elsewhere, because the times between polls are measured by it.
const advance = holdClock(70);

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox({ processingMs: 9_000 });
});

async function startJourney() {
  const client = createClient({
    credentials: sandbox.credentials,
    baseUrl: 'https://sandbox.example',
    axios: axios.create({ adapter: createAxiosAdapter(sandbox.handle) }),
  });
  const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'test' });
  return { client, journeyId };
}

describe('useJourneySummary', () => {
  it('polls once in two seconds for three components under StrictMode, and ends with the verdict', async () => {
    const { client, journeyId } = await startJourney();
    await client.processStep({ journeyId, stepId: '0', image: createTestImage() });
    render(
      <StrictMode>
        <StepframeProvider client={client} journeyId={journeyId}>
          <Status name="a" />
          <Status name="b" />
          <Status name="c" />
        </StepframeProvider>
      </StrictMode>,
    );
    await advance(6_500);
    for (const name of ['a', 'b', 'c']) expect(screen.getByText(`${name}: In Progress`)).toBeDefined();
    const times = sandbox.summaryCalls(journeyId).map(({ atMs }) => atMs);
    expect(times.length).toBe(4);
    for (let call = 1; call < times.length; call += 1) {
      expect((times[call] ?? 0) - (times[call - 1] ?? 0)).toBeGreaterThanOrEqual(2_000);
    }

    await advance(5_000);
    for (const name of ['a', 'b', 'c']) expect(screen.getByText(`${name}: Submitted`)).toBeDefined();
    const calls = sandbox.summaryCalls(journeyId).length;
    await advance(60_000);
    // Twice in a minute, for what others may change.
    expect(sandbox.summaryCalls(journeyId).length).toBe(calls + 2);
  });

  it('keeps two seconds apart when components come and go', async () => {
    const { client, journeyId } = await startJourney();
    for (let round = 0; round < 5; round += 1) {
      const { unmount } = render(
        <StepframeProvider client={client} journeyId={journeyId}>
          <Status name={`round ${round}`} />
        </StepframeProvider>,
      );
      await advance(300);
      unmount();
    }
    await advance(5_000);
    expect(sandbox.summaryCalls(journeyId).every(({ status }) => status === 200)).toBe(true);
    expect(sandbox.summaryCalls(journeyId).length).toBeLessThanOrEqual(2);
  });

  it('pauses in a hidden tab and asks at once on return', async () => {
    const { client, journeyId } = await startJourney();
    await client.processStep({ journeyId, stepId: '0', image: createTestImage() });
    render(
      <StepframeProvider client={client} journeyId={journeyId}>
        <Status name="a" />
      </StepframeProvider>,
    );
    await advance(500);
    const setVisibility = (state: DocumentVisibilityState) => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    };
    setVisibility('hidden');
    await advance(3_000);
    const hidden = sandbox.summaryCalls(journeyId).length;
    await advance(20_000);
    expect(sandbox.summaryCalls(journeyId).length).toBe(hidden);
    setVisibility('visible');
    await advance(100);
    expect(sandbox.summaryCalls(journeyId).length).toBe(hidden + 1);
    expect(screen.getByText('a: Submitted')).toBeDefined();
  });
});
