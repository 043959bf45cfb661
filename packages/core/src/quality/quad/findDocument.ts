import type { Point, Quad } from '../frameReport.ts';
import { createEdgeFinder } from './findEdges.ts';
import { createLineFinder } from './findLines.ts';
import { fillsFrame } from './fillsFrame.ts';
import { measureTilt } from './measureTilt.ts';
import { orderCorners } from './orderCorners.ts';
import { type Outline, proposeOutlines } from './proposeOutlines.ts';
import { refineOutline } from './refineOutline.ts';
import type { LumaGrid } from './sampleGrid.ts';
import { scoreOutline } from './scoreOutline.ts';

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

/** A grid with a side under this many cells has no room for a document that can be read. */
const minGridPx = 64;

/** Over these odds, as a logarithm, an outline is the document whatever is printed around it. */
const certainScore = 7;

/** How far outside of the frame a corner may be by mere error, as a share of the longer side. */
const tolerance = 0.01;

const findEdges = createEdgeFinder();
const findLines = createLineFinder();

interface Judged {
  readonly outline: Outline;
  readonly score: number;
}

function measureArea([a, b, c, d]: Quad): number {
  return Math.abs((c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x)) / 2;
}

/**
 * Finds the outline of one document: straight sides, told by brightness and colour, that close into a quadrilateral, the
 * frame's border counting as up to two of them. Print that fills the frame is a document as large as the frame.
 *
 * `null` when nothing is more likely to be one than not. The same grid always gives the same answer; memory for the work is
 * kept between calls.
 */
export function findDocument(grid: LumaGrid): FoundDocument | null {
  const { widthPx, heightPx, frameWidthPx, frameHeightPx } = grid;
  if (Math.min(widthPx, heightPx) < minGridPx) return null;
  const edges = findEdges(grid);
  let best: Judged | undefined;
  for (const outline of proposeOutlines(findLines(edges), widthPx, heightPx)) {
    const score = scoreOutline(grid, outline);
    if (score > (best?.score ?? 0)) best = { outline, score };
  }
  const filling = best && best.score > certainScore ? 'no' : fillsFrame(edges, best?.outline.corners);
  if (filling !== 'no') {
    const [left, top, right, bottom] = [0, 0, frameWidthPx, frameHeightPx];
    const quad: Quad = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ];
    return { quad, confidence: 0.5, isCutOff: filling === 'cut-off', coverage: 1, tiltDegrees: 0 };
  }
  if (!best) return null;
  const { outline, score } = best;
  const toFrame = ({ x, y }: Point): Point => ({ x: ((x + 0.5) * frameWidthPx) / widthPx, y: ((y + 0.5) * frameHeightPx) / heightPx });
  const [a, b, c, d] = refineOutline(edges, outline);
  const quad = orderCorners([toFrame(a), toFrame(b), toFrame(c), toFrame(d)]);
  const slack = tolerance * Math.max(frameWidthPx, frameHeightPx);
  const isOutside = ({ x, y }: Point) => Math.min(x, y, frameWidthPx - x, frameHeightPx - y) < -slack;
  const isCutOff = outline.sides.some(({ isBorder }) => isBorder) || quad.some(isOutside);
  const clamp = ({ x, y }: Point): Point => ({ x: Math.max(0, Math.min(frameWidthPx, x)), y: Math.max(0, Math.min(frameHeightPx, y)) });
  const visible: Quad = [clamp(quad[0]), clamp(quad[1]), clamp(quad[2]), clamp(quad[3])];
  return {
    quad,
    confidence: 1 / (1 + Math.exp(-score)),
    isCutOff,
    coverage: measureArea(visible) / (frameWidthPx * frameHeightPx),
    tiltDegrees: isCutOff ? 0 : measureTilt(quad, frameWidthPx, frameHeightPx),
  };
}
