import type { Point, Quad } from '../frameReport.ts';
import { findEdges } from './findEdges.ts';
import { findLines } from './findLines.ts';
import { measureTilt } from './measureTilt.ts';
import { proposeQuads } from './proposeQuads.ts';
import type { LumaGrid } from './sampleGrid.ts';

/** A document's outline in a frame. */
export interface FoundDocument {
  /** In pixels of the frame. Where the document is cut off, the frame's border stands in for the side that is not seen. */
  readonly quad: Quad;
  /** 0 to 1; over 0.5 what was found is more likely a document than not. */
  readonly confidence: number;
  /** Whether a side or corner lies outside of the frame. */
  readonly isCutOff: boolean;
  /** Share of the frame that the visible part covers, 0 to 1. */
  readonly coverage: number;
  /** Angle to the frame's plane as far as the corners tell, in degrees; 0 for a document that is cut off. */
  readonly tiltDegrees: number;
}

/** Clockwise as seen, from the corner nearest to the frame's top left. */
function orderCorners(points: readonly [Point, Point, Point, Point]): Quad {
  const [a, b, c, d] = points;
  const isClockwise = (c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x) > 0;
  const turned: Quad = isClockwise ? [a, b, c, d] : [a, d, c, b];
  const sums = turned.map(({ x, y }) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  const at = (index: number) => turned[((first + index) % 4) as 0 | 1 | 2 | 3];
  return [at(0), at(1), at(2), at(3)];
}

/**
 * Finds the outline of one document: straight sides in brightness and colour that close into a quadrilateral.
 *
 * `null` when nothing is likely enough to be one.
 */
export function findDocument(grid: LumaGrid): FoundDocument | null {
  const { widthPx, heightPx, frameWidthPx, frameHeightPx } = grid;
  if (Math.min(widthPx, heightPx) < 32) return null;
  const edges = findEdges(grid);
  const [best] = proposeQuads(grid, edges, findLines(edges));
  if (!best || best.score < 3.4) return null;
  const toPoint = (index: number): Point => ({
    x: (((best.corners[index * 2] as number) + 0.5) * frameWidthPx) / widthPx,
    y: (((best.corners[index * 2 + 1] as number) + 0.5) * frameHeightPx) / heightPx,
  });
  const quad = orderCorners([toPoint(0), toPoint(1), toPoint(2), toPoint(3)]);
  const isOutside = ({ x, y }: Point) => x < 0 || y < 0 || x > frameWidthPx || y > frameHeightPx;
  const isCutOff = best.lines.some(({ isBorder }) => isBorder) || quad.some(isOutside);
  return {
    quad,
    confidence: 1 / (1 + Math.exp(-2 * (best.score - 3.4))),
    isCutOff,
    coverage: Math.min(1, Math.exp(best.features[3] as number)),
    tiltDegrees: isCutOff ? 0 : measureTilt(quad, frameWidthPx, frameHeightPx),
  };
}
