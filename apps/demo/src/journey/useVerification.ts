import { createJourney, createRelayClient, type Journey as OpenJourney, type RelayClient } from '@stepframe/core';
import { useCallback, useRef, useState } from 'react';
import { createJourneyStore } from './createJourneyStore.ts';
import type { DocumentKind, SavedJourney } from './SavedJourney.ts';

/** A journey under way. */
export interface Journey {
  readonly saved: SavedJourney;
  /** The one owner of its polling and submissions, for the pages and the panel alike. */
  readonly open: OpenJourney;
}

/** Where starting a journey stands. */
export interface Start {
  readonly status: 'idle' | 'starting' | 'failed';
}

export interface Verification {
  readonly journey: Journey | null;
  readonly start: Start;
  /** The scenario of the journey, or of the next one. */
  readonly scenario: string;
  readonly begin: () => void;
  /** Another scenario is another journey: one that is under way is left for a new one. */
  readonly chooseScenario: (scenario: string) => void;
  readonly chooseDocument: (kind: DocumentKind | null) => void;
  /** Forgets the journey. */
  readonly leave: () => void;
}

const relayUrl = '/stepframe';
const defaultScenario = 'approved';
const store = createJourneyStore(() => window.sessionStorage);

/** Whether this tab has a journey that it goes on with after a reload. */
export const hasJourney = (): boolean => store.read() !== null;

/** The one journey of this tab: begun here, kept over a reload, forgotten when it is left. */
export function useVerification(): Verification {
  const [journey, setJourney] = useState<Journey | null>(resume);
  const [start, setStart] = useState<Start>({ status: 'idle' });
  const [scenario, setScenario] = useState(journey?.saved.scenario ?? defaultScenario);
  const latestStart = useRef(0);

  const keep = useCallback((next: Journey | null) => {
    store.write(next?.saved ?? null);
    setJourney(next);
  }, []);

  const startJourney = useCallback(
    async (wanted: string) => {
      latestStart.current += 1;
      const mine = latestStart.current;
      setStart({ status: 'starting' });
      try {
        const client = connect(null);
        const { journeyId, session } = await client.startJourney({ scenario: wanted });
        if (mine !== latestStart.current) return;
        keep({
          open: createJourney({ client, journeyId }),
          saved: { journeyId, token: session?.token ?? '', scenario: wanted, documentKind: null },
        });
        setStart({ status: 'idle' });
      } catch {
        if (mine === latestStart.current) setStart({ status: 'failed' });
      }
    },
    [keep],
  );

  return {
    journey,
    start,
    scenario,
    begin: () => void startJourney(scenario),
    chooseScenario: (wanted) => {
      setScenario(wanted);
      if (!journey) return;
      keep(null);
      void startJourney(wanted);
    },
    chooseDocument: (documentKind) => journey && keep({ ...journey, saved: { ...journey.saved, documentKind } }),
    leave: () => {
      keep(null);
      setStart({ status: 'idle' });
    },
  };
}

function resume(): Journey | null {
  const saved = store.read();
  return saved && { saved, open: createJourney({ client: connect(saved.token), journeyId: saved.journeyId }) };
}

/** A client for the journey of this tab; a session that is renewed is kept in place of the one before. */
function connect(session: string | null): RelayClient {
  return createRelayClient({
    relayUrl,
    session,
    onSession({ token }) {
      const saved = store.read();
      if (saved) store.write({ ...saved, token });
    },
  });
}
