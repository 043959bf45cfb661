import type { ApplicantDetails, JourneyPaths, Region } from '@stepframe/core';
import type { RelayEvent } from './RelayEvent.ts';
import type { RelayMemory } from './RelayMemory.ts';

/** A server key as HTTP Basic takes it. Source: docs/api-auth. */
export interface RelayCredentials {
  /** API key. It holds no colon. */
  readonly username: string;
  /** API secret. */
  readonly password: string;
}

/** Whom the host lets start a journey, and which one. None of it is taken from the browser by the relay itself. */
export interface StartGrant {
  /** Your id of the person or transaction, at most 256 characters. It stands in the session token, which is signed and not encrypted. */
  readonly subject: string;
  /** UUID of a published flow. */
  readonly flowId: string;
  /** Letters, digits and `- _ / \ , . + @`. */
  readonly referenceNo: string;
  /** Said to be for AML journeys only. */
  readonly applicantDetails?: ApplicantDetails | undefined;
}

/** What the host is asked for: a journey, or that somebody may go on with theirs after their session has expired. */
export type AuthorizePurpose = 'start' | 'renew';

/**
 * The host's own check of who is asking, such as by its session cookie.
 *
 * @param request The request as it came; its body has been read.
 * @param body Its JSON body, at most 64 KiB; `null` when there was none. It is the browser's word: verify before use.
 * @param purpose `renew` for another session of a journey that has begun: nothing is started, only the grant's `subject`
 *   counts, and it must be the one the journey was started for.
 * @returns a grant; `null` for 401; or an answer of your own, which is sent as it is (security headers are added).
 */
export type Authorize = (
  request: Request,
  body: unknown,
  purpose: AuthorizePurpose,
) => StartGrant | Response | null | Promise<StartGrant | Response | null>;

export interface RelayOptions {
  /** The server key. It is used for nothing but the `Authorization` header of calls to the API. */
  readonly credentials: RelayCredentials;
  /** Default `eu`. */
  readonly region?: Region | undefined;
  /** Address of the API instead of a region's, without a path. */
  readonly baseUrl?: string | undefined;
  /** Path prefix of the API. Default `/journey/v2`. */
  readonly pathPrefix?: string | undefined;
  /** Paths of the API, after the prefix. Default: the documented ones. */
  readonly paths?: Partial<JourneyPaths> | undefined;
  /** Name of the API's field that skips a step. Default `skip_step`, which is also what browsers send to the relay. */
  readonly skipField?: string | undefined;
  /** Where the relay answers, without a slash at the end. Default `/stepframe`; `''` for the root. */
  readonly basePath?: string | undefined;
  /** Signs session tokens. At least 32 bytes, the same in all instances. */
  readonly sessionSecret: string | Uint8Array;
  /** How long a session lasts. Default 1 800 000 (30 minutes). */
  readonly sessionTtlMs?: number | undefined;
  /** How long after a journey began its session can be renewed. Default 604 800 000 (7 days). */
  readonly sessionMaxAgeMs?: number | undefined;
  readonly authorize: Authorize;
  /** Bytes of both pictures of a submission together. Default 8 388 608 (8 MiB). */
  readonly maxBytes?: number | undefined;
  /** Other origins whose pages may call, such as `https://app.example.com`. Default none: same origin only. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Calls the API. Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * Longest silence of the API (or of a browser in the middle of an upload) before the relay gives up. Default 30 000.
   */
  readonly upstreamTimeoutMs?: number | undefined;
  /** Longest a browser that waits for news of a summary is held. Default 25 000, under the 30 s of many proxies; 0 for never. */
  readonly maxWaitMs?: number | undefined;
  /** Where submissions are remembered that came with an `Idempotency-Key`. Default: in this process. */
  readonly memory?: RelayMemory | undefined;
  /** Fires when the server shuts down: whoever is held is answered at once. */
  readonly closing?: AbortSignal | undefined;
  /** Told of every request and every call. What it throws is ignored. Default none. */
  readonly onEvent?: ((event: RelayEvent) => void) | undefined;
  /** Milliseconds since 1970, for sessions, intervals and the memory. Default: the system's clocks. */
  readonly now?: (() => number) | undefined;
  /** Waits; it must move `now` on. Default `setTimeout`. */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}
