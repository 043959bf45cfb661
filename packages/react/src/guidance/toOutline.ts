import type { FrameReport, Point } from '@stepframe/core/capture';

/** A corner that moved by less of the frame is where it was: measuring trembles, and nobody sees it. */
const stillShare = 0.006;

/**
 * The document's corners as shares of the frame, so that they fit a picture shown at any size.
 *
 * @param before the outline that is shown; returned again when no corner has moved visibly.
 */
export function toOutline({ quad, frameWidthPx, frameHeightPx }: FrameReport, before: readonly Point[] | null): readonly Point[] | null {
  if (!quad) return null;
  const outline = quad.map(({ x, y }) => ({ x: x / frameWidthPx, y: y / frameHeightPx }));
  const isStill = before?.every((was, at) => {
    const is = outline[at] ?? was;
    return Math.hypot(is.x - was.x, is.y - was.y) < stillShare;
  });
  return isStill ? before : outline;
}
