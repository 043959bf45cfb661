import type { Point } from '@stepframe/core/capture';
import type { TakenPicture } from '@stepframe/react';

/** A part of a picture, in shares (0 to 1) of its width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Left around the outline, as a share of its longer side: corners may be measured a little short, and have to be seen to be there. */
const margin = 0.1;

/** Cards, passports and sheets are 1.4 to 1.6 times as long as wide, and look a little more or less so when they are tilted. */
const likelyShape = [1.2, 1.8] as const;

/** Left around an outline of another shape: a coloured band may have been taken for the edge, and the rest lies outside. */
const doubtfulMargin = 0.3;

/** With more of the picture than this in sight, leaving the rest out gains nothing. */
const nearlyAll = 0.95;

const whole: Crop = { left: 0, top: 0, width: 1, height: 1 };

/** The part of a picture to look at: its document with a margin, or all of it where that is not known. */
export function toCrop({ outline, widthPx, heightPx }: Pick<TakenPicture, 'outline' | 'widthPx' | 'heightPx'>): Crop {
  const corners = (outline ?? []).map(({ x, y }) => ({ x: x * widthPx, y: y * heightPx }));
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  if (!topLeft || !topRight || !bottomRight || !bottomLeft) return whole;
  const toLength = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y);
  const across = toLength(topLeft, topRight) + toLength(bottomLeft, bottomRight);
  const down = toLength(topLeft, bottomLeft) + toLength(topRight, bottomRight);
  const shape = Math.max(across, down) / Math.min(across, down);
  const isLikely = shape >= likelyShape[0] && shape <= likelyShape[1];
  const marginPx = (Math.max(across, down) / 2) * (isLikely ? margin : doubtfulMargin);
  const span = (values: readonly number[], size: number) => {
    const from = Math.max((Math.min(...values) - marginPx) / size, 0);
    return [from, Math.min((Math.max(...values) + marginPx) / size, 1) - from] as const;
  };
  const [left, width] = span(
    corners.map(({ x }) => x),
    widthPx,
  );
  const [top, height] = span(
    corners.map(({ y }) => y),
    heightPx,
  );
  return width * height > nearlyAll ? whole : { left, top, width, height };
}
