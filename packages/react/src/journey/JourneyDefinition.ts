import type { AdditionalData, SubmissionSides } from '@stepframe/core';
import type { ImageLimits } from '@stepframe/core/capture';

/** One picture; or two, which go in one submission or each in its own. */
export type StepSides =
  | { readonly sides?: 1 | undefined; readonly submitSides?: undefined }
  | {
      readonly sides: 2;
      /** Whether both go in one call or each in its own; the API's documents show both. Default `together`. */
      readonly submitSides?: SubmissionSides | undefined;
    };

/** A face has one side. */
export interface OneSide {
  readonly sides?: undefined;
  readonly submitSides?: undefined;
}

/** What is held before the camera: a card or booklet, a sheet of paper, or a face. */
export type StepSubject = 'card' | 'page' | 'face';

/** What any picture may be asked for as. */
export type CustomSubject =
  | ({ readonly subject?: Exclude<StepSubject, 'face'> | undefined } & StepSides)
  | ({ readonly subject: 'face' } & OneSide);

/** What differs from kind to kind. */
type KindOptions =
  | ({ readonly kind: 'id-document' } & StepSides)
  | ({ readonly kind: 'selfie' } & OneSide)
  | ({ readonly kind: 'proof-of-address' } & StepSides)
  | ({
      readonly kind: 'custom';
      /** What to do, as in "Photograph your residence permit". */
      readonly title: string;
      readonly lead?: string | undefined;
    } & CustomSubject);

/** One step of a flow, as data. */
export type StepDefinition = KindOptions & {
  /** As Flow Builder shows it, such as `"0"`. */
  readonly id: string;
  /** Whether the flow lets the person leave it out. Default `false`. */
  readonly isOptional?: boolean | undefined;
  /** What a picture must be; what is left out has the provider's value, then the default of `prepareImage`. */
  readonly limits?: Partial<ImageLimits> | undefined;
  /** Sent with the pictures. */
  readonly additionalData?: AdditionalData | undefined;
  /** Whether how the pictures came about is sent with them, see `CaptureFacts`. Default `false`. */
  readonly captureFacts?: boolean | undefined;
};

/** A journey as data. Nothing that is documented lists a flow's steps, so they are said here. Keep the object stable between renders. */
export interface JourneyDefinition<Step extends StepDefinition = StepDefinition> {
  /** At least one, in the order in which they are taken or shown. */
  readonly steps: readonly Step[];
  /** `sequence` (default): one after the other. `menu`: the person chooses. */
  readonly order?: 'sequence' | 'menu' | undefined;
  /**
   * Whether the journey is completed by itself once every step is done. With `false` that is offered to the host, for a last word of the
   * person: afterwards no step can be changed. Default `true`.
   */
  readonly completes?: boolean | undefined;
}
