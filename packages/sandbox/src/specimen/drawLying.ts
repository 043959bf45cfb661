import type { Canvas2d } from './Canvas2d.ts';
import { createLayer } from './createLayer.ts';

export interface LyingOptions {
  /** Width it is shown at, in pixels of the context. */
  readonly widthPx: number;
  /** Middle of the picture, in pixels of the context. */
  readonly xPx: number;
  readonly yPx: number;
  /** Clockwise, in radians. */
  readonly turn: number;
  /** How much narrower the far (upper) edge is than the near one, 0 to 1. */
  readonly recede: number;
  /** Corner radius of the shadow, in pixels. */
  readonly cornerPx: number;
}

/** Draws a picture as if it lay on a desk and were photographed by hand: turned, receding and with a soft shadow. */
export function drawLying(context: Canvas2d, picture: OffscreenCanvas, { widthPx, xPx, yPx, turn, recede, cornerPx }: LyingOptions): void {
  const { canvas, context: tilted } = createLayer(picture.width, picture.height);
  // Rows keep nearly their size, and `high` would prepare the whole picture again for each of them.
  tilted.imageSmoothingQuality = 'low';
  // A 2D context knows affine maps only. Row by row, each a little narrower, makes the trapezium without seams.
  for (let row = 0; row < picture.height; row += 1) {
    const rowWidth = picture.width * (1 - recede * (1 - row / picture.height));
    tilted.drawImage(picture, 0, row, picture.width, 1, (picture.width - rowWidth) / 2, row, rowWidth, 1);
  }
  const width = widthPx;
  const height = (widthPx * picture.height) / picture.width;
  context.save();
  context.translate(xPx, yPx);
  context.rotate(turn);
  for (const [blur, drop, alpha] of [
    [0.05, 0.02, 0.42],
    [0.012, 0.006, 0.5],
  ] as const) {
    context.save();
    context.shadowColor = `rgba(28,12,2,${alpha})`;
    context.shadowBlur = width * blur;
    context.shadowOffsetX = width * drop * 0.6;
    context.shadowOffsetY = width * drop;
    context.fillStyle = '#3a2414';
    context.beginPath();
    context.roundRect(-width * (0.5 - recede * 0.6), -height * 0.49, width * (1 - recede * 1.2), height * 0.98, cornerPx);
    context.fill();
    context.restore();
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, -width / 2, -height / 2, width, height);
  context.restore();
}
