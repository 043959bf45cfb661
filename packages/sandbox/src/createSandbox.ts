import { ConfigurationError } from '@stepframe/core';
import { createFaults } from './faults/createFaults.ts';
import { findOperation } from './faults/findOperation.ts';
import type { InjectedFault, Injection } from './faults/Injection.ts';
import type { SandboxCredentials } from './http/checkCredentials.ts';
import type { AcceptedSubmission } from './journey/AcceptedSubmission.ts';
import { completeJourney, type Journey } from './journey/Journey.ts';
import { reopenStep } from './journey/reopenStep.ts';
import type { SandboxSubmission } from './journey/SandboxSubmission.ts';
import { answer } from './operations/answer.ts';
import { resolveOptions } from './resolveOptions.ts';
import type { SandboxOperation } from './SandboxOperation.ts';
import type { SandboxOptions } from './SandboxOptions.ts';
import type { SandboxCall, SandboxState, SummaryCall } from './SandboxState.ts';

export interface ReopenOptions {
  /** Whether the journey goes on saying that it is completed. Default `false`. Which of the two the API does is not documented. */
  readonly keepsCompleted?: boolean;
}

const keptCalls = 10_000;

/** The Journey API in a box. All it knows is in memory, and lost with the process or the page. */
export interface Sandbox {
  /** Answers a request as the API would. Every problem is an answer; it rejects only where an injected fault breaks the connection. */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * Makes calls go wrong: `inject({ operation: 'processStep', fault: { at: { requestShare: 0.5 }, effect: 'cut' } })`.
   *
   * @throws ConfigurationError for a fault that cannot be.
   */
  readonly inject: (injection: Injection<SandboxOperation>) => InjectedFault;
  /** The server key it takes. */
  readonly credentials: SandboxCredentials;
  /** Ids of its flows. */
  readonly flowIds: readonly string[];
  /** Calls of Process Journey Step that got past the credentials, oldest first, with their pictures. */
  readonly submissions: () => readonly SandboxSubmission[];
  /**
   * How often each submission was taken, of one journey or of all: by step and by what the pictures hold, since the first call.
   * A `count` above 1 is the same pictures sent and taken twice.
   */
  readonly accepted: (journeyId?: string) => readonly AcceptedSubmission[];
  /**
   * Makes a step open again, as KYC renewal does: all its attempts are left once more, and the journey is no longer completed.
   *
   * @throws ConfigurationError when there is no such journey or step.
   */
  readonly reopenStep: (journeyId: string, stepId: string, options?: ReopenOptions) => void;
  /**
   * Completes a journey, as a backend would.
   *
   * @throws ConfigurationError when there is no such journey.
   */
  readonly completeJourney: (journeyId: string) => void;
  /** Calls that came in, oldest first, of one operation or of all: those that met a fault or lacked credentials included. The last 10 000 are kept. */
  readonly calls: (operation?: SandboxOperation) => readonly SandboxCall[];
  /** Summary calls that were not kept away by a fault, oldest first, of one journey or of all. */
  readonly summaryCalls: (journeyId?: string) => readonly SummaryCall[];
  /** Forgets journeys, submissions, pictures, calls, blocks and faults. */
  readonly reset: () => void;
}

/**
 * Creates a stand-in for the Journey API, for development and tests: it checks what it is sent as a strict server would,
 * and answers by a script. It runs in Node and in a browser, and opens no connection.
 *
 * It keeps pictures in memory only, so never show it the documents of real people on a machine that others use.
 *
 * @throws ConfigurationError for options that cannot work.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = resolveOptions(options);
  const faults = createFaults({ operations: settings.paths, now: settings.serverNow, sleep: settings.sleep });
  const state: SandboxState = { settings, faults, journeys: new Map(), calls: [], submissions: [], accepted: new Map(), summaryCalls: [] };
  const handle = faults.around((request) => answer(request, state));
  const findJourney = (journeyId: string): Journey => {
    const journey = state.journeys.get(journeyId);
    if (!journey) throw new ConfigurationError('There is no journey with this `journeyId` in this sandbox.');
    return journey;
  };

  return {
    handle(request) {
      const operation = findOperation(request, settings.paths);
      if (operation) state.calls.push({ operation, path: new URL(request.url).pathname, atMs: settings.now() });
      if (state.calls.length > keptCalls) state.calls.shift();
      return handle(request);
    },
    inject: faults.inject,
    credentials: settings.credentials,
    flowIds: [...settings.flows.keys()],
    submissions: () => [...state.submissions],
    accepted: (journeyId) => [...state.accepted.values()].filter((row) => journeyId === undefined || row.journeyId === journeyId),
    reopenStep: (journeyId, stepId, { keepsCompleted = false } = {}) => reopenStep(findJourney(journeyId), stepId, keepsCompleted),
    completeJourney: (journeyId) => completeJourney(findJourney(journeyId), settings.now()),
    calls: (operation) => state.calls.filter((call) => operation === undefined || call.operation === operation),
    summaryCalls: (journeyId) => state.summaryCalls.filter((call) => journeyId === undefined || call.journeyId === journeyId),
    reset() {
      faults.reset();
      state.journeys.clear();
      state.calls.length = 0;
      state.submissions.length = 0;
      state.accepted.clear();
      state.summaryCalls.length = 0;
    },
  };
}
