import type { SavedJourney } from './SavedJourney.ts';

/** Keeps one journey for as long as the tab is open. */
export interface JourneyStore {
  readonly read: () => SavedJourney | null;
  readonly write: (journey: SavedJourney | null) => void;
}

const key = 'quillmere.verification';

/**
 * A store in the tab's own storage, so that another tab or a later visit does not find the session.
 *
 * @param getStorage Asked at each use: where cookies are blocked even naming `sessionStorage` throws, and then nothing is kept.
 */
export function createJourneyStore(getStorage: () => Storage): JourneyStore {
  return {
    read() {
      try {
        return toSavedJourney(JSON.parse(getStorage().getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    write(journey) {
      try {
        if (journey) getStorage().setItem(key, JSON.stringify(journey));
        else getStorage().removeItem(key);
      } catch {
        // The journey goes on; only a reload would lose it.
      }
    },
  };
}

function toSavedJourney(value: unknown): SavedJourney | null {
  if (typeof value !== 'object' || value === null) return null;
  const { journeyId, token, scenario, documentKind } = value as Record<keyof SavedJourney, unknown>;
  if (typeof journeyId !== 'string' || typeof token !== 'string' || typeof scenario !== 'string') return null;
  return { journeyId, token, scenario, documentKind: documentKind === 'card' || documentKind === 'passport' ? documentKind : null };
}
