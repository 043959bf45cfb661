/** Four corners as x, y: top left, top right, bottom right, bottom left of the document itself, in pixels of the upright picture. */
export type LabelledQuad = readonly (readonly [x: number, y: number])[];

/** x, y, width, height in pixels of the upright picture. */
export type LabelledBox = readonly [x: number, y: number, width: number, height: number];

/** A labelled picture or clip. The README beside the pictures explains the fields. */
export interface EvalItem {
  /** Relative to the folder. */
  readonly file: string;
  readonly kind: string;
  /** `ok`, or `reject:` and the reason. */
  readonly expected: string;
  /** Composited or spoilt by a program, rather than a photograph as it was taken. */
  readonly synthetic: boolean;
  readonly quad: LabelledQuad | null;
  readonly faceBoxes: readonly LabelledBox[] | null;
  /** `null` where it was not judged. */
  readonly blur: boolean | null;
  readonly glare: boolean | null;
  readonly dark: boolean | null;
  readonly partial: boolean | null;
  /** Near a rule's limit: not to be counted against anyone. */
  readonly borderline: boolean;
  /** Upright, where it is known. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Of a clip: labels of its frames, relative to the folder. */
  readonly labelsFile: string | undefined;
}
