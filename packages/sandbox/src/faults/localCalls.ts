/** What a caller in the same process can tell and be told beyond the request, in place of a wire. */
export interface LocalCall {
  /** Told the share of the body that has left, 0 to 1. */
  readonly report: (share: number) => void;
  /** Fires when the caller has gone. */
  readonly signal: AbortSignal;
}

const localCalls = new WeakMap<Request, LocalCall>();

/** Lets whoever answers this request say how far its body got. */
export function offerLocalCall(request: Request, call: LocalCall): void {
  localCalls.set(request, call);
}

/** The caller in this process, for the first who asks; from then on it is theirs to report. */
export function takeLocalCall(request: Request): LocalCall | undefined {
  const call = localCalls.get(request);
  localCalls.delete(request);
  return call;
}
