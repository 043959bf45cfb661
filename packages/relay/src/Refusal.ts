export interface RefusalOptions {
  readonly retryAfterMs?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `false` when the API cannot have the whole of a submission; left out when that is not known. */
  readonly arrived?: false | undefined;
}

/**
 * The relay says no. It is thrown from wherever that is found and becomes the answer, in the API's own error envelope.
 *
 * The message is written by the relay and is safe to show: it holds nothing that came from the API or the browser.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs: number | undefined;
  readonly arrived: false | undefined;

  constructor(status: number, errorCode: string, message: string, options: RefusalOptions = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.errorCode = errorCode;
    this.retryAfterMs = options.retryAfterMs;
    this.arrived = options.arrived;
    const seconds =
      options.retryAfterMs === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(options.retryAfterMs / 1_000))) };
    this.headers = { ...seconds, ...options.headers };
  }

  /** The same, and that the API cannot have the whole submission. */
  notArrived(): Refusal {
    const { status, errorCode, message, retryAfterMs, headers } = this;
    return new Refusal(status, errorCode, message, { retryAfterMs, headers, arrived: false });
  }
}

/** The browser went away. Nobody reads the answer; 499 is for the event alone. */
export function refuseGoneClient(): Refusal {
  return new Refusal(499, 'client_gone', 'The connection was closed before the answer.');
}

/** What was asked for belongs to a journey that is not the session's. */
export function refuseOtherJourney(): Refusal {
  return new Refusal(403, 'other_journey', 'This session is for another journey.');
}

/** More bytes than `maxBytes`, or than a submission within it can need. */
export function refuseTooLarge(): Refusal {
  return new Refusal(413, 'too_large', 'The pictures are over the limit. Make them smaller and send them again.');
}

/** The API was silent for longer than `upstreamTimeoutMs`. */
export function refuseLate(): Refusal {
  return new Refusal(504, 'upstream_timeout', 'The verification service did not answer in time. Try again in a moment.');
}
