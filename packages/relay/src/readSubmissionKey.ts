import { Refusal } from './Refusal.ts';

export interface SubmissionKey {
  /** `null` for a submission without a name. */
  readonly key: string | null;
  readonly retry: 'again' | 'confirmed' | null;
}

/**
 * The name of a submission, and what the browser knows of its past.
 *
 * @throws Refusal 400 for a name that is none
 */
export function readSubmissionKey({ headers }: Request): SubmissionKey {
  // The draft of the header (draft-ietf-httpapi-idempotency-key-header) has it in quotes; hardly anybody sends them.
  const key = headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? null;
  if (key !== null && !/^[\w.~-]{1,128}$/.test(key)) {
    throw new Refusal(400, 'invalid_key', '`Idempotency-Key` must be 1 to 128 letters, digits and - _ . ~ only, such as a UUID.');
  }
  const retry = headers.get('stepframe-retry');
  return { key, retry: retry === 'again' || retry === 'confirmed' ? retry : null };
}
