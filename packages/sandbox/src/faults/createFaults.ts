import { checkInjection } from './checkInjection.ts';
import { findOperation } from './findOperation.ts';
import { type HeldCall, holdCall } from './holdCall.ts';
import type { InjectedFault, Injection } from './Injection.ts';
import { takeLocalCall } from './localCalls.ts';
import { meetFault } from './meetFault.ts';
import { openBody } from './openBody.ts';
import { type CallIds, readIds } from './readIds.ts';
import { sleepFor } from './sleepFor.ts';

export interface FaultsOptions<Operation extends string> {
  /** How the path of each operation ends; one more segment, such as an id, may follow. */
  readonly operations: Readonly<Record<Operation, string>>;
  /** The receiver's own time, in milliseconds since 1970, for the dates in its answers. Default `Date.now`. */
  readonly now?: () => number;
  /** Waits; may reject when its signal fires. Default `setTimeout`. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Faults on the way to whoever answers requests. */
export interface Faults<Operation extends string> {
  /** @throws ConfigurationError for a fault that cannot be. */
  readonly inject: (injection: Injection<Operation>) => InjectedFault;
  /** A handler with the faults in front of it. It rejects with a TypeError where a connection breaks, as `fetch` does. */
  readonly around: (handle: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>;
  /** Takes all faults away. What waits in one ends as a broken connection. */
  readonly reset: () => void;
}

/** A fault with what it has to remember. */
interface Armed<Operation extends string> {
  readonly injection: Injection<Operation>;
  /** Calls that fit, those included that came before `from`. */
  seen: number;
  /** Calls on their way to its point, or past it. */
  struck: number;
  readonly onMet: () => void;
}

/**
 * Creates a place where calls can be made to fail, in front of any handler: a sandbox has one of its own, and a relay can be
 * put behind another. Over a port (`serveHandle`) a cut is a connection that is reset; in process it is the rejection that a
 * lost connection gives.
 */
export function createFaults<Operation extends string>({
  operations,
  now = () => Date.now(),
  sleep = sleepFor,
}: FaultsOptions<Operation>): Faults<Operation> {
  const armed = new Set<Armed<Operation>>();
  const held = new Map<HeldCall, Armed<Operation>>();
  let resets = 0;

  return {
    inject(injection) {
      checkInjection(injection, Object.keys(operations));
      let met = 0;
      const waiters: { readonly times: number; readonly resolve: () => void }[] = [];
      const onMet = () => {
        met += 1;
        for (const { times, resolve } of waiters) if (met >= times) resolve();
      };
      const entry: Armed<Operation> = { injection, seen: 0, struck: 0, onMet };
      armed.add(entry);
      return {
        met: () => met,
        whenMet: (times = 1) => new Promise((resolve) => (met >= times ? resolve() : waiters.push({ times, resolve }))),
        release: () => {
          for (const [call, holder] of held) if (holder === entry) call.end(false);
        },
        remove: () => armed.delete(entry),
      };
    },

    around: (handle) => async (request) => {
      const operation = armed.size > 0 ? findOperation(request, operations) : null;
      const candidates = [...armed].filter(({ injection }) => injection.operation === operation || injection.operation === 'any');
      if (operation === null || candidates.length === 0) return handle(request);
      // Before anything is awaited: from here on the share that has left is told from here.
      const local = takeLocalCall(request);
      const body = openBody(request);
      const isPicky = candidates.some(({ injection }) => injection.journeyId !== undefined || injection.stepId !== undefined);
      const entry = choose(candidates, isPicky ? await readIds(request, body) : null);
      if (!entry) {
        const whole = await body.toRequest();
        local?.report(1);
        return handle(whole);
      }
      const resetsBefore = resets;
      if (entry.struck >= (entry.injection.times ?? 1)) armed.delete(entry);
      return meetFault({
        fault: entry.injection.fault,
        body,
        handle,
        local,
        now,
        async wait(isWholeRequestThere) {
          const caller = isWholeRequestThere ? undefined : (local?.signal ?? request.signal);
          const call = holdCall(entry.injection.fault, caller, sleep);
          held.set(call, entry);
          if (resets > resetsBefore) call.end(true);
          entry.onMet();
          try {
            await call.done;
          } finally {
            held.delete(call);
          }
        },
      });
    },

    reset() {
      resets += 1;
      armed.clear();
      for (const call of held.keys()) call.end(true);
    },
  };
}

/** Counts the call for every fault it fits, and gives the one that was injected first of those whose turn it is. */
function choose<Operation extends string>(candidates: readonly Armed<Operation>[], ids: CallIds | null): Armed<Operation> | undefined {
  const fits = candidates.filter(
    ({ injection: { journeyId, stepId } }) =>
      (journeyId === undefined || journeyId === ids?.journeyId) && (stepId === undefined || stepId === ids?.stepId),
  );
  for (const entry of fits) entry.seen += 1;
  const chosen = fits.find(({ injection: { from = 1, times = 1 }, seen, struck }) => seen >= from && struck < times);
  if (chosen) chosen.struck += 1;
  return chosen;
}
