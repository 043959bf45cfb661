import type { JourneySummary, SummaryGate } from '@stepframe/core';
import type { Sessions } from './createSessions.ts';
import type { Submissions } from './createSubmissions.ts';
import type { SummaryWatch } from './createSummaryWatch.ts';
import type { Upstream } from './createUpstream.ts';
import type { RelaySettings } from './readOptions.ts';

/** A summary as the API wrote it, and as it was understood. */
export interface LoadedSummary {
  readonly json: unknown;
  readonly summary: JourneySummary;
  /** Another one whenever `summary` is; what is not understood of `json` does not count. */
  readonly etag: string;
}

/** What all operations of one relay share. */
export interface RelayContext {
  readonly settings: RelaySettings;
  readonly sessions: Sessions;
  readonly upstream: Upstream;
  readonly gate: SummaryGate<LoadedSummary>;
  readonly watch: SummaryWatch;
  readonly submissions: Submissions;
  /** A clock in milliseconds for intervals. */
  readonly now: () => number;
}

/** One request on its way through the relay. */
export interface Exchange {
  readonly request: Request;
  readonly requestId: string;
}

/** An answer before it gets its security headers. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON; `null` for no body. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
