import type { Canvas2d } from './Canvas2d.ts';

export interface WaveOptions {
  /** Middle line, in card units. */
  readonly y: number;
  readonly width: number;
  readonly amplitude: number;
  readonly lines: number;
  readonly color: string;
  /** How many times the waves meet across the width. */
  readonly knots: number;
}

/** Draws a ribbon of fine waves that cross each other, as security printing does. */
export function drawWaves(context: Canvas2d, { y, width, amplitude, lines, color, knots }: WaveOptions): void {
  context.save();
  context.strokeStyle = color;
  for (let line = 0; line < lines; line += 1) {
    const share = line / Math.max(1, lines - 1);
    context.beginPath();
    for (let x = 0; x <= width; x += 4) {
      const envelope = Math.sin((x / width) * Math.PI * knots + share * 1.4);
      const height = amplitude * envelope * (share * 2 - 1) + amplitude * 0.35 * Math.sin((x / width) * Math.PI * 5 + share * 2.2);
      if (x === 0) context.moveTo(x, y + height);
      else context.lineTo(x, y + height);
    }
    context.stroke();
  }
  context.restore();
}
