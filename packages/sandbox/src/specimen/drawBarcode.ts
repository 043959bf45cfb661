import type { Canvas2d } from './Canvas2d.ts';
import { createRandom } from './createRandom.ts';

export interface BarcodeOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns?: number;
  readonly rows?: number;
  readonly color: string;
}

/** Draws a block that looks like a stacked barcode. It holds no data: the modules are noise between two guards. */
export function drawBarcode(context: Canvas2d, { x, y, width, height, columns = 120, rows = 22, color }: BarcodeOptions): void {
  const random = createRandom(856);
  const cell = width / columns;
  const step = height / rows;
  context.save();
  context.fillStyle = color;
  for (const guard of [0, 3, 6, columns - 8, columns - 5, columns - 2]) {
    context.fillRect(x + guard * cell, y, cell * (guard === 0 || guard === columns - 8 ? 2.4 : 1.1), height);
  }
  for (let row = 0; row < rows; row += 1) {
    let column = 9;
    while (column < columns - 10) {
      const run = 1 + Math.floor(random() * 3);
      const length = Math.min(run, columns - 10 - column);
      if (random() < 0.5) context.fillRect(x + column * cell, y + row * step, length * cell, step + 0.4);
      column += length;
    }
  }
  context.restore();
}
