/**
 * From where on something is wrong with a frame: plain data, one set for each step. Each number is compared with the measure of its
 * name in `FrameMeasures`. docs/guidance.md says how they were chosen.
 */
export interface QualityThresholds {
  /** `blurred` below it. About 1 is sharp, 0.25 is smeared out. */
  readonly minSharpness: number;
  /** Size of what must stay sharp, as a share of the longer side of the document or face. */
  readonly sharpDetail: number;
  /** `dark` below it: brightness of the area's lightest quarter, 0 to 1. */
  readonly minLight: number;
  /** `bright` above it: share of the area that is burnt out, 0 to 1. */
  readonly maxClipped: number;
  /** `glare` above it: share of the document that a reflection covers, 0 to 1. */
  readonly maxGlare: number;
  /** `moving` above it: shift since the frame before as a share of the frame's longer side. */
  readonly maxMotion: number;
  /** `too-far` below it: share of the frame that the document covers, 0 to 1. */
  readonly minCoverage: number;
  /** `too-close` above it: the document's longer side as a share of the frame's. */
  readonly maxDocumentSide: number;
  /** `tilted` above it: degrees between the document and the frame's plane. */
  readonly maxTiltDegrees: number;
  /** `face-too-far` below it: the face's width as a share of the frame's shorter side. */
  readonly minFaceWidth: number;
  /** `face-too-close` above it: the face's width or height as a share of the same side of the frame. */
  readonly maxFaceSide: number;
  /** `face-off-centre` above it: how far the face's middle is from the frame's, as a share of the frame's width. */
  readonly maxFaceOffsetX: number;
  /** The same up and down, as a share of the frame's height. */
  readonly maxFaceOffsetY: number;
}

const faceFraming = { minFaceWidth: 0.18, maxFaceSide: 0.85, maxFaceOffsetX: 0.2, maxFaceOffsetY: 0.28 };
const documentFraming = { minCoverage: 0.08, maxDocumentSide: 0.92, maxTiltDegrees: 30 };

/**
 * For documents.
 *
 * - `minSharpness` 0.68 of `sharpDetail` 1.2 %, a millimetre on a card: the size of its small print. Legible pictures measure 0.8 and
 *   more, those smeared over 2 % of the card's length 0.35 to 0.68.
 * - `minLight` 0.31: light paper at an eighth of full exposure. Below it noise takes the place of print.
 * - `maxClipped` 0.9: scans are mostly pure white, so only a page with next to nothing else on it counts.
 * - `maxGlare` 0.5 %: one spot of a sixteenth of the document's length in each direction, and that hides a word. Less is not counted.
 * - `maxMotion` 1.5 %: ten pixels of a 640 px wide frame; a calm hand stays under 0.6 %.
 * - `minCoverage` 8 %: a card half as wide as a phone's upright frame; 540 px across at 1080p, 160 dpi.
 * - `maxDocumentSide` 92 %: no margin is left, and the next tremble cuts an edge off.
 * - `maxTiltDegrees` 30: the far side shrinks by a fifth, and with it the print.
 */
export const defaultDocumentThresholds: QualityThresholds = {
  minSharpness: 0.68,
  sharpDetail: 0.012,
  minLight: 0.31,
  maxClipped: 0.9,
  maxGlare: 0.005,
  maxMotion: 0.015,
  ...documentFraming,
  ...faceFraming,
};

/**
 * For faces.
 *
 * - `minSharpness` 0.45 of `sharpDetail` 3 %, the width of an iris: faces are soft, sharp ones measure 0.49 and more, those smeared over
 *   7 % of their height mostly under 0.43.
 * - `minLight` 0.25: lower than for paper, because dark skin in good light is darker than dim paper.
 * - `maxClipped` 0.2: in a well lit face only the shine on nose and forehead is burnt out.
 * - `maxGlare` 1: the shine on skin and glasses is not judged.
 * - `maxMotion` 1.5 %: as for documents.
 * - `minFaceWidth` 18 % of the shorter side, `maxFaceSide` 85 %, offsets 20 % and 28 %: room for the whole head, and 190 px of face
 *   at 1080p, twice the 90 px between the eyes that ISO/IEC 19794-5 asks of a passport photograph.
 */
export const defaultFaceThresholds: QualityThresholds = {
  minSharpness: 0.45,
  sharpDetail: 0.03,
  minLight: 0.25,
  maxClipped: 0.2,
  maxGlare: 1,
  maxMotion: 0.015,
  ...documentFraming,
  ...faceFraming,
};
