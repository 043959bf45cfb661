import type { Canvas2d } from './Canvas2d.ts';

export interface RosetteOptions {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly petals: number;
  readonly lines: number;
  /** One colour for each third of the lines, from the outside in. */
  readonly colors: readonly [string, string, string];
}

/** Draws a rosette of turned, shrinking flowers. */
export function drawRosette(context: Canvas2d, { x, y, radius, petals, lines, colors }: RosetteOptions): void {
  context.save();
  context.translate(x, y);
  for (let line = 0; line < lines; line += 1) {
    const share = line / lines;
    const size = radius * (1 - share * 0.82);
    context.strokeStyle = colors[Math.min(2, Math.floor(share * 3)) as 0 | 1 | 2];
    context.beginPath();
    for (let step = 0; step <= 240; step += 1) {
      const angle = (step / 240) * Math.PI * 2;
      const reach = size * (0.86 + 0.14 * Math.cos(petals * angle + share * 9));
      context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
    }
    context.closePath();
    context.stroke();
  }
  context.restore();
}
