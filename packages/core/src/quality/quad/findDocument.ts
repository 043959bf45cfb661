import type { Point, Quad } from '../frameReport.ts';
import { describeOutline, type FoundDocument } from './describeOutline.ts';
import { createEdgeFinder } from './findEdges.ts';
import { createLineFinder } from './findLines.ts';
import { fillsFrame } from './fillsFrame.ts';
import { type Outline, proposeOutlines } from './proposeOutlines.ts';
import { refineOutline } from './refineOutline.ts';
import type { LumaGrid } from './sampleGrid.ts';
import { scoreOutline } from './scoreOutline.ts';

/** A grid with a side under this many cells has no room for a document that can be read. */
const minGridPx = 64;

/** Over these odds, as a logarithm, an outline is the document whatever is printed around it. */
const certainScore = 7;

const findEdges = createEdgeFinder();
const findLines = createLineFinder();

interface Judged {
  readonly outline: Outline;
  readonly score: number;
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
  return describeOutline([toFrame(a), toFrame(b), toFrame(c), toFrame(d)], grid, {
    confidence: 1 / (1 + Math.exp(-score)),
    isCutOff: outline.sides.some(({ isBorder }) => isBorder),
  });
}
