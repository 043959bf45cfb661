/**
 * What is known of a submission that came with an `Idempotency-Key`.
 *
 * - `in-flight`: it is being forwarded.
 * - `taken`: the API has answered it with `status`, a 2xx.
 * - `unknown`: the API can have all of it, and did not say whether it took it.
 * - `free`: it was begun, and the API cannot have it or refused it; it may be forwarded.
 */
export type SubmissionRecord =
  | { readonly state: 'in-flight' | 'unknown' | 'free' }
  | { readonly state: 'taken'; readonly status: 200 | 201 | 202 };

export type SubmissionState = SubmissionRecord['state'];

/**
 * Where a relay remembers submissions. The one it comes with lives in the process (10 000 submissions, 24 hours); a store
 * that several instances share can take its place.
 *
 * A record in flight must not be dropped to make room. A shared store has to turn one into `unknown` when its owner died.
 */
export interface RelayMemory {
  /** `null` when nothing is known. */
  readonly read: (id: string) => Promise<SubmissionRecord | null>;
  /** Writes `record` when the state is still `expected` (`null`: nothing is known); tells whether it did. In one step. */
  readonly replace: (id: string, expected: SubmissionState | null, record: SubmissionRecord) => Promise<boolean>;
  /** Resolves when the record may be another one than it is now, or when the signal fires. It may resolve early. */
  readonly change: (id: string, signal: AbortSignal) => Promise<void>;
}
