import type { JsonObject } from '../http/isJsonObject.ts';
import type { PartsEncoding } from '../http/readParts.ts';
import type { Refusal } from '../http/Refusal.ts';
import type { ImageFacts } from '../images/ImageFacts.ts';

/** A picture as it arrived, with what its bytes say. */
export interface SandboxImage extends ImageFacts {
  readonly blob: Blob;
  readonly bytes: number;
  /** The content type its part declared; `null` from JSON. The sandbox does not go by it. */
  readonly declaredType: string | null;
  /** The same for the same bytes: their CRC-32 and their number. */
  readonly digest: string;
}

/** What could be read of a call, whether it was taken or not. */
export interface SubmissionDraft {
  /** `null` when the body could not be read. */
  readonly encoding: PartsEncoding | null;
  readonly journeyId: string | null;
  readonly stepId: string | null;
  readonly image: SandboxImage | null;
  /** The other side of the document. */
  readonly image2: SandboxImage | null;
  readonly isSkip: boolean;
  readonly additionalData: JsonObject | null;
}

/** One call of Process Journey Step that got past the credentials. It holds the pictures in memory only. */
export interface SandboxSubmission extends SubmissionDraft {
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly receivedAtMs: number;
  readonly result:
    /** `attempt` counts from 1; `null` for a skip. `side` is set where the sides come in calls of their own. */
    | { readonly accepted: true; readonly attempt: number | null; readonly side: 'front' | 'back' | null }
    | ({ readonly accepted: false } & Pick<Refusal, 'status' | 'errorCode' | 'message'>);
}
