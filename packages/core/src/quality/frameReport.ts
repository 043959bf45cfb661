/** What a frame is looked at for. */
export type FrameSubject = 'document' | 'face';

/** In pixels of the frame, upright, from its top left corner. May lie outside of the frame. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corners as they are seen, clockwise: top left, top right, bottom right, bottom left. */
export type Quad = readonly [topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point];

/** In pixels of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What is wrong with a frame. Which of them count, and from where on, is data: `QualityThresholds`.
 *
 * | issue | what is seen |
 * | --- | --- |
 * | `no-document` | nothing with four straight sides |
 * | `cut-off` | a side or corner of the document lies outside of the frame |
 * | `too-far`, `too-close` | the document is too small to be read, or leaves no margin |
 * | `tilted` | seen at too steep an angle |
 * | `dark`, `bright` | too little light, or so much that detail is washed out |
 * | `glare` | a light's reflection covers a part of the document |
 * | `moving` | it moves against the frame before |
 * | `blurred` | fine detail is lost: out of focus or shaken |
 * | `no-face`, `several-faces` | a face finder is there and found none, or more than one |
 * | `face-too-far`, `face-too-close`, `face-off-centre`, `face-cut-off` | where the one face is |
 */
export type FrameIssue =
  | 'no-document'
  | 'cut-off'
  | 'too-far'
  | 'too-close'
  | 'tilted'
  | 'dark'
  | 'bright'
  | 'glare'
  | 'moving'
  | 'blurred'
  | 'no-face'
  | 'several-faces'
  | 'face-too-far'
  | 'face-too-close'
  | 'face-off-centre'
  | 'face-cut-off';

/** What was measured in a frame. A bad frame is a report with issues, never an error. */
export interface FrameReport {
  readonly subject: FrameSubject;
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** What is wrong, what to mend first standing first; empty for a frame that is good to send. */
  readonly issues: readonly FrameIssue[];
  /** The document's corners; `null` when none was found or the subject is a face. */
  readonly quad: Quad | null;
  /** Faces found; `null` without a face finder. */
  readonly faces: readonly Box[] | null;
  /** The numbers the issues were judged by. */
  readonly measures: FrameMeasures;
}

/** Each is measured on the document (or the middle of the frame when there is none), and compared with `QualityThresholds`. */
export interface FrameMeasures {
  /** About 1 is sharp, 0.25 is smeared; 1 where there are too few edges to tell. See docs/guidance.md. */
  readonly sharpness: number;
  /** Mean brightness of the area's lightest quarter (fiftieth when no document was found), 0 to 1: dark print says nothing about the light. */
  readonly light: number;
  /** Share of the area that is burnt out to white, 0 to 1. */
  readonly clipped: number;
  /** Share of the area that a reflection covers, 0 to 1. */
  readonly glare: number;
  /** Shift against the last frame as a share of the frame's longer side; 0 for a first frame. */
  readonly motion: number;
  /** Share of the frame that the document covers, 0 to 1; 0 when none was found. */
  readonly coverage: number;
  /** Angle between the document and the frame's plane as far as the corners tell, in degrees; 0 when none was found. */
  readonly tiltDegrees: number;
}
