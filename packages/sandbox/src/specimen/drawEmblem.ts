import type { Canvas2d } from './Canvas2d.ts';

export interface EmblemOptions {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: string;
  /** Colour of what it stands on, for the gaps between the hills. */
  readonly ground: string;
}

/** Draws the emblem of Specimenia: a sun of sixteen rays rising over two hills. It is no state's emblem. */
export function drawEmblem(context: Canvas2d, { x, y, radius, color, ground }: EmblemOptions): void {
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 0.07;
  context.beginPath();
  context.arc(0, 0, 0.96, 0, Math.PI * 2);
  context.stroke();
  context.beginPath();
  context.arc(0, 0, 0.84, 0, Math.PI * 2);
  context.clip();
  for (let ray = 0; ray < 16; ray += 1) {
    context.save();
    context.rotate((ray / 16) * Math.PI * 2);
    context.beginPath();
    context.moveTo(-0.055, -0.44);
    context.lineTo(0, -0.8);
    context.lineTo(0.055, -0.44);
    context.fill();
    context.restore();
  }
  context.beginPath();
  context.arc(0, 0, 0.34, 0, Math.PI * 2);
  context.fill();
  for (const [left, top, right] of [
    [-1.2, 0.28, 0.5],
    [-0.3, 0.42, 1.3],
  ] as const) {
    context.beginPath();
    context.moveTo(left, 1.2);
    context.quadraticCurveTo((left + right) / 2, top - 0.62, right, 1.2);
    context.strokeStyle = ground;
    context.lineWidth = 0.14;
    context.stroke();
    context.fill();
  }
  context.restore();
}
