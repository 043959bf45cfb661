import type { SandboxCredentials } from './http/checkCredentials.ts';
import type { SandboxSubmission } from './journey/SandboxSubmission.ts';
import { answer } from './operations/answer.ts';
import { resolveOptions } from './resolveOptions.ts';
import type { SandboxOptions } from './SandboxOptions.ts';
import type { SandboxState, SummaryCall } from './SandboxState.ts';

/** The Journey API in a box. All it knows is in memory, and lost with the process or the page. */
export interface Sandbox {
  /** Answers a request as the API would. Every problem is an answer; it never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The server key it takes. */
  readonly credentials: SandboxCredentials;
  /** Ids of its flows. */
  readonly flowIds: readonly string[];
  /** Calls of Process Journey Step that got past the credentials, oldest first, with their pictures. */
  readonly submissions: () => readonly SandboxSubmission[];
  /** Summary calls, oldest first, of one journey or of all. */
  readonly summaryCalls: (journeyId?: string) => readonly SummaryCall[];
  /** Forgets journeys, submissions, pictures, calls and blocks. */
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
  const state: SandboxState = { settings, journeys: new Map(), submissions: [], summaryCalls: [] };

  return {
    handle: (request) => answer(request, state),
    credentials: settings.credentials,
    flowIds: [...settings.flows.keys()],
    submissions: () => [...state.submissions],
    summaryCalls: (journeyId) => state.summaryCalls.filter((call) => journeyId === undefined || call.journeyId === journeyId),
    reset() {
      state.journeys.clear();
      state.submissions.length = 0;
      state.summaryCalls.length = 0;
    },
  };
}
