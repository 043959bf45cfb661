/**
 * How far a call gets before a fault strikes.
 *
 * - `connect`: nothing of the request is read. The port is shared by all operations, so the connection is there and is reset;
 *   for one that is refused, see `ServedHandle.goDown`.
 * - `requestShare`: this share of the request's body has arrived, 0 to 1; 0 is after its headers. Of a body that is sent in chunks,
 *   whose length nobody knows, every share between 0 and 1 is its first piece.
 * - `requestBytes`: this many bytes of the body have arrived, or all of a shorter one.
 * - `received`: all of the request has arrived, and nothing was done with it.
 * - `taken`: it was carried out, and nothing is answered yet.
 * - `responseShare`: it was carried out, and status, headers and this share of the answer's body are sent.
 */
export type FaultPoint = ArrivalPoint | { readonly responseShare: number };

/** The points before an answer begins. */
export type ArrivalPoint = 'connect' | { readonly requestShare: number } | { readonly requestBytes: number } | 'received' | 'taken';

/** An answer in place of the real one. */
export interface FaultAnswer {
  /** 200 to 599. */
  readonly status: number;
  /**
   * - `envelope` (default): the documented error envelope
   * - `html`: a page, as a proxy or a captive portal sends it
   * - `empty`: no body at all; 204, 205 and 304 always are
   * - `malformed`: begins like JSON and breaks off
   * - `wrong-types`: JSON in which every field has a type that it must not have
   */
  readonly body?: 'envelope' | 'html' | 'empty' | 'malformed' | 'wrong-types';
  /** `error_code` of the envelope. Default `injected_fault`. */
  readonly errorCode?: string;
  /** `Retry-After`: a number of seconds, or a date so many milliseconds after the receiver's own time. Default: no such header. */
  readonly retryAfter?: number | { readonly dateInMs: number };
  /** How far the receiver's clock is off, in milliseconds: shows in `Date` and in a date of `Retry-After`. Default 0. */
  readonly skewMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Something that goes wrong with one call, as data: where, after how long, and what.
 *
 * `effect` is `cut` (the connection breaks), `stall` (nothing comes any more, until `release`), `proceed` (it goes on: with `delayMs`,
 * a slow call) or an answer. What was `taken` stays taken, whatever is answered.
 */
export type Fault = { readonly delayMs?: number } & (
  | { readonly at?: FaultPoint; readonly effect: 'cut' | 'stall' | 'proceed' }
  | { readonly at?: ArrivalPoint; readonly effect: FaultAnswer }
);
