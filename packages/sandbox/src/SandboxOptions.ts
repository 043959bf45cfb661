import type { JourneyPaths } from '@stepframe/core';
import type { SandboxCredentials } from './http/checkCredentials.ts';
import type { ImageLimits } from './images/checkImage.ts';
import type { Flow } from './journey/Flow.ts';

/** How the sandbox is set up. Every option has a default that works. */
export interface SandboxOptions {
  /** The server key it takes. Default `defaultCredentials`, which open nothing else. */
  readonly credentials?: SandboxCredentials;
  /** Flows by flow id. Default: one per scenario, its id the scenario's name, with `defaultSteps`. */
  readonly flows?: Readonly<Record<string, Flow>>;
  /** Time from a submission to its result, in milliseconds. Default 3000; 0 gives the result at once. */
  readonly processingMs?: number;
  /** The clock, in milliseconds since 1970. Default `Date.now`. Only injected faults have timers: all else is derived from it. */
  readonly now?: () => number;
  /** How far the sandbox's own idea of the time is off `now`, in milliseconds: it shows in `Date` and in dates of `Retry-After`. Default 0. */
  readonly skewMs?: number;
  /** Waits, for the delays of injected faults; may reject when its signal fires. Default `setTimeout`. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Default `/journey/v2`. */
  readonly pathPrefix?: string;
  /** Paths after the prefix. Default: the client's. */
  readonly paths?: Partial<JourneyPaths>;
  /** Name of the field that skips a step. Default: the client's. */
  readonly skipField?: string;
  /** What is taken as a picture. */
  readonly limits?: Partial<ImageLimits>;
  /** Shortest time between two summary calls of one journey, in milliseconds. Default 2000, as documented; 0 switches the rule off. */
  readonly minPollMs?: number;
  /** How long a summary is blocked after a call that came too soon, in milliseconds. Default 10 000. */
  readonly blockMs?: number;
  /** How many submissions, with their pictures, are kept for inspection; the oldest go first. Default 100. */
  readonly keepSubmissions?: number;
}
