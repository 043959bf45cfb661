import type { Journey } from './journey/Journey.ts';
import type { SandboxSubmission } from './journey/SandboxSubmission.ts';
import type { SandboxSettings } from './resolveOptions.ts';

/** One summary call of a known journey. */
export interface SummaryCall {
  readonly journeyId: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly atMs: number;
  /** 200, or 429 when it came too soon or during a block. */
  readonly status: 200 | 429;
}

/** Everything a sandbox remembers: in memory, gone with the process or the page. */
export interface SandboxState {
  readonly settings: SandboxSettings;
  readonly journeys: Map<string, Journey>;
  readonly submissions: SandboxSubmission[];
  readonly summaryCalls: SummaryCall[];
}
