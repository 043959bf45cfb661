import type { Point, Quad } from '../frameReport.ts';
import { measureTilt } from './measureTilt.ts';
import { orderCorners } from './orderCorners.ts';
import type { LumaGrid } from './sampleGrid.ts';

/** A document's outline in a frame. */
export interface FoundDocument {
  /** In pixels of the frame. Where the document is cut off, the frame's border stands in for a side that is not seen. */
  readonly quad: Quad;
  /** 0 to 1; 0.5 and over, as anything less is not given. */
  readonly confidence: number;
  /** Whether a side or corner lies outside of the frame. */
  readonly isCutOff: boolean;
  /** Share of the frame that the visible part covers, 0 to 1. */
  readonly coverage: number;
  /** Angle to the frame's plane as far as the corners tell, in degrees; 0 for a document that is cut off. */
  readonly tiltDegrees: number;
}

/** How far outside of the frame a corner may be by mere error, as a share of the longer side. */
const tolerance = 0.01;

function measureArea([a, b, c, d]: Quad): number {
  return Math.abs((c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x)) / 2;
}

/**
 * What four corners tell of a document.
 *
 * @param corners In turn, in pixels of the frame.
 * @param known `isCutOff` where a side is known not to be in sight; corners outside of the frame tell by themselves.
 */
export function describeOutline(
  corners: readonly [Point, Point, Point, Point],
  { frameWidthPx, frameHeightPx }: Pick<LumaGrid, 'frameWidthPx' | 'frameHeightPx'>,
  known: Pick<FoundDocument, 'confidence' | 'isCutOff'>,
): FoundDocument {
  const quad = orderCorners(corners);
  const slack = tolerance * Math.max(frameWidthPx, frameHeightPx);
  const isOutside = ({ x, y }: Point) => Math.min(x, y, frameWidthPx - x, frameHeightPx - y) < -slack;
  const isCutOff = known.isCutOff || quad.some(isOutside);
  const clamp = ({ x, y }: Point): Point => ({ x: Math.max(0, Math.min(frameWidthPx, x)), y: Math.max(0, Math.min(frameHeightPx, y)) });
  const visible: Quad = [clamp(quad[0]), clamp(quad[1]), clamp(quad[2]), clamp(quad[3])];
  return {
    quad,
    confidence: known.confidence,
    isCutOff,
    coverage: measureArea(visible) / (frameWidthPx * frameHeightPx),
    tiltDegrees: isCutOff ? 0 : measureTilt(quad, frameWidthPx, frameHeightPx),
  };
}
