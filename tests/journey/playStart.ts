import { isStepframeError } from '@stepframe/core';
import type { NamedFault } from './callFaults.ts';
import type { Hop } from './openStage.ts';
import { openWorld } from './openWorld.ts';

/** What came of a start that went wrong. */
export interface StartFinding {
  /** What `startJourney` threw; `null` when it did not. */
  readonly code: string | null;
  readonly retryable: boolean;
  /** Journeys that the API began, with the one of the second call. */
  readonly begun: number;
  /** Whether calling it again gave a journey that works. */
  readonly isAgainFine: boolean;
}

/** Longer than any call may take. */
const longestMs = 200_000;

/** Starts a journey with a fault on its way, and then once more. */
export async function playStart(hop: Hop, { fault, isCarriedOut }: NamedFault): Promise<StartFinding> {
  const world = await openWorld({ flowId: 'approved' });
  try {
    const injected = (hop === 'line' ? world.line : world.sandbox).inject({ operation: 'start', fault });
    const client = world.connect();
    const first = client.startJourney().then(
      () => null,
      (error: unknown) => error,
    );
    await world.clock.advance(longestMs);
    const caught = await first;
    const callsBefore = world.sandbox.calls('start').length;
    const hasBegun = isCarriedOut || injected.met() === 0 || caught === null;
    injected.remove();

    const second = client.startJourney();
    await world.clock.settle();
    const { journeyId } = await second;
    const reading = client.getSummary(journeyId);
    await world.clock.advance(3_000);
    const again = world.sandbox.calls('start').length - callsBefore;
    return {
      code: caught === null ? null : isStepframeError(caught) ? caught.code : 'without a code',
      retryable: isStepframeError(caught) && caught.retryable,
      begun: Number(hasBegun) + again,
      isAgainFine: (await reading).journeyId === journeyId,
    };
  } finally {
    world.close();
  }
}
