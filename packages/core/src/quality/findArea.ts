import type { FramePlanes } from '../frame/framePlanes.ts';
import type { Box, Point, Quad } from './frameReport.ts';

/** The part of a frame that is measured. */
export interface Area {
  /** In pixels of the planes. */
  readonly quad: Quad;
  /** In shares of the frame's sides. */
  readonly box: Box;
  /** Whether it is a document or a face rather than the middle of the frame. */
  readonly isSubject: boolean;
}

/** Share of the frame's sides that its middle takes. */
const middleShare = 0.7;
const frame: Box = { x: 0, y: 0, width: 1, height: 1 };

const sizeOf = ({ width, height }: Box): number => width * height;

function toQuad({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function toBox(quad: Quad): Box {
  const xs = quad.map((point) => point.x);
  const ys = quad.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function mapQuad([a, b, c, d]: Quad, map: (point: Point) => Point): Quad {
  return [map(a), map(b), map(c), map(d)];
}

/** The same shape, larger (above 1) or smaller about its middle. */
export function resizeQuad(quad: Quad, factor: number): Quad {
  const x = quad.reduce((sum, point) => sum + point.x / 4, 0);
  const y = quad.reduce((sum, point) => sum + point.y / 4, 0);
  return mapQuad(quad, (point) => ({ x: x + (point.x - x) * factor, y: y + (point.y - y) * factor }));
}

/**
 * The part of a frame to measure: the document, the largest face, or else the middle.
 *
 * @param outline Of the document, in pixels of the frame.
 * @param faces In pixels of the frame.
 */
export function findArea(
  { widthPx, heightPx, frameWidthPx, frameHeightPx }: FramePlanes,
  outline: Quad | undefined,
  faces: readonly Box[],
): Area {
  const face = faces.reduce<Box | undefined>((largest, box) => (largest && sizeOf(largest) >= sizeOf(box) ? largest : box), undefined);
  const known = outline ?? (face && toQuad(face));
  const shares = known
    ? mapQuad(known, ({ x, y }) => ({ x: x / frameWidthPx, y: y / frameHeightPx }))
    : resizeQuad(toQuad(frame), middleShare);
  return {
    quad: mapQuad(shares, ({ x, y }) => ({ x: x * widthPx, y: y * heightPx })),
    box: toBox(shares),
    isSubject: known !== undefined,
  };
}
