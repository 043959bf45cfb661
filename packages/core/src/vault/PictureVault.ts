import type { PreparedImage } from '../contract/preparedImage.ts';
import type { AdditionalData } from '../contract/step.ts';

/** What a reload must not lose of one step. */
export interface KeptPictures {
  /** Where they came from, so that the way on is the same. */
  readonly source: 'camera' | 'file';
  readonly front?: PreparedImage;
  readonly back?: PreparedImage;
  /** Sent with the pictures. */
  readonly additionalData?: AdditionalData | undefined;
  /** The submission they were sent with, if they were: it may have arrived. */
  readonly sent: {
    readonly key: string;
    /** What the summary said of the step before, as JSON; another word since shows that it arrived. */
    readonly standing: string;
  } | null;
}

/**
 * Pictures that were taken and not yet submitted, kept over a reload or a crash. They are encrypted, and every problem (no storage, no
 * room, a key that fits no more) means no more than that nothing is kept: none of these ever rejects.
 */
export interface PictureVault {
  /** Whether they are kept. */
  readonly save: (stepId: string, pictures: KeptPictures) => Promise<boolean>;
  readonly load: (stepId: string) => Promise<KeptPictures | null>;
  readonly drop: (stepId: string) => Promise<void>;
  /** Forgets all of the journey. */
  readonly clear: () => Promise<void>;
}
