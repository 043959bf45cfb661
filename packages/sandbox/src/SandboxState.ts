import type { Faults } from './faults/createFaults.ts';
import type { AcceptedSubmission } from './journey/AcceptedSubmission.ts';
import type { Journey } from './journey/Journey.ts';
import type { SandboxSubmission } from './journey/SandboxSubmission.ts';
import type { SandboxSettings } from './resolveOptions.ts';
import type { SandboxOperation } from './SandboxOperation.ts';

/** One summary call of a known journey. */
export interface SummaryCall {
  readonly journeyId: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly atMs: number;
  /** 200, or 429 when it came too soon or during a block. */
  readonly status: 200 | 429;
}

/** One call of any operation, as it came in. */
export interface SandboxCall {
  readonly operation: SandboxOperation;
  /** Path of its address; a summary's ends with the journey's id. */
  readonly path: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly atMs: number;
}

/** Everything a sandbox remembers: in memory, gone with the process or the page. */
export interface SandboxState {
  readonly settings: SandboxSettings;
  readonly faults: Faults<SandboxOperation>;
  readonly journeys: Map<string, Journey>;
  readonly calls: SandboxCall[];
  readonly submissions: SandboxSubmission[];
  /** By journey, step and digest, in one string. */
  readonly accepted: Map<string, AcceptedSubmission>;
  readonly summaryCalls: SummaryCall[];
}
