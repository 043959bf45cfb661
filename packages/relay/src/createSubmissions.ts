import { Refusal } from './Refusal.ts';
import type { RelayMemory, SubmissionRecord, SubmissionState } from './RelayMemory.ts';

export interface SubmissionsOptions {
  readonly memory: RelayMemory;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A sending that is under way, as far as others that wait for it need it. */
export interface Flight {
  /** Whether it waits for a browser that has sent nothing for a while. */
  readonly isStalled: () => boolean;
  /** Ends it; it settles by itself. */
  readonly stop: () => void;
}

export interface EnterOptions {
  /**
   * What the browser says: `again` that it may have been sent before, `confirmed` that the person wants it sent whatever
   * became of it before.
   */
  readonly retry: 'again' | 'confirmed' | null;
  readonly signal: AbortSignal;
  readonly flight: Flight;
}

/** `replay` is how it was answered before; with `settle` it is to be forwarded now, and what became of it to be told. */
export type Admission =
  | { readonly replay: 200 | 201 | 202 }
  | { readonly replay: null; readonly settle: (record: SubmissionRecord) => Promise<void> };

export interface Submissions {
  /**
   * Waits until nobody else forwards the same submission, then says what to do with it.
   *
   * @throws Refusal 409 `outcome_unknown` when it may have arrived
   * @throws the reason of the signal
   */
  readonly enter: (id: string, options: EnterOptions) => Promise<Admission>;
}

/** How often one that waits looks whether the one before it has stalled. */
const lookMs = 1_000;

/** Sees to it that no submission is forwarded twice, as far as the memory goes back. */
export function createSubmissions({ memory, sleep }: SubmissionsOptions): Submissions {
  const flights = new Map<string, Flight>();

  /** A browser that lost its network and sends anew must not wait until the old connection is given up. */
  async function wait(id: string, signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const leave = (): void => stop.abort();
    signal.addEventListener('abort', leave, { once: true });
    try {
      await Promise.race([memory.change(id, stop.signal), sleep(lookMs, stop.signal).catch(() => undefined)]);
    } finally {
      signal.removeEventListener('abort', leave);
      stop.abort();
    }
    const flight = flights.get(id);
    if (flight?.isStalled()) flight.stop();
  }

  return {
    async enter(id, { retry, signal, flight }) {
      for (;;) {
        signal.throwIfAborted();
        const known = await memory.read(id);
        if (known?.state === 'taken') return { replay: known.status };
        if (known?.state === 'in-flight') {
          await wait(id, signal);
          continue;
        }
        const isDoubtful = known ? known.state === 'unknown' : retry === 'again';
        if (isDoubtful && retry !== 'confirmed') throw refuseUnknown();
        const before: SubmissionState | null = known?.state ?? null;
        if (!(await memory.replace(id, before, { state: 'in-flight' }))) continue;
        flights.set(id, flight);
        return {
          replay: null,
          async settle(record) {
            flights.delete(id);
            // That this sending came to nothing says nothing about the one before.
            const isStillUnknown = record.state === 'free' && isDoubtful;
            // A store that fails now must not turn what the API has said into something else.
            await memory.replace(id, 'in-flight', isStillUnknown ? { state: 'unknown' } : record).catch(() => undefined);
          },
        };
      }
    },
  };
}

export const unknownCode = 'outcome_unknown';

function refuseUnknown(): Refusal {
  return new Refusal(
    409,
    unknownCode,
    'This submission was sent before, and nobody knows whether it arrived. Look at the summary, then ask the person.',
  );
}
