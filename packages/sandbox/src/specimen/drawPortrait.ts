import type { Canvas2d } from './Canvas2d.ts';

export interface PortraitOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Colours of the silhouette from crown to shoulders. */
  readonly colors: readonly [string, string];
  /** Colours of the ground behind it, or none. */
  readonly ground?: readonly [string, string];
}

function traceSilhouette(context: Canvas2d): void {
  context.beginPath();
  // The same turning sense as the shoulders: with the other one the overlap would be a hole.
  context.ellipse(0.5, 0.4, 0.185, 0.195, 0, Math.PI * 2, 0, true);
  context.moveTo(0.42, 0.55);
  context.lineTo(0.42, 0.68);
  context.bezierCurveTo(0.25, 0.74, 0.1, 0.78, 0.08, 1.01);
  context.lineTo(0.92, 1.01);
  context.bezierCurveTo(0.9, 0.78, 0.75, 0.74, 0.58, 0.68);
  context.lineTo(0.58, 0.55);
  context.closePath();
}

function traceHair(context: Canvas2d): void {
  context.beginPath();
  context.moveTo(0.29, 0.46);
  context.bezierCurveTo(0.22, 0.2, 0.36, 0.12, 0.51, 0.13);
  context.bezierCurveTo(0.68, 0.13, 0.77, 0.26, 0.71, 0.47);
  context.bezierCurveTo(0.69, 0.36, 0.66, 0.32, 0.6, 0.29);
  context.bezierCurveTo(0.5, 0.34, 0.36, 0.32, 0.33, 0.35);
  context.bezierCurveTo(0.31, 0.38, 0.3, 0.42, 0.29, 0.46);
  context.closePath();
}

/** Draws a head and shoulders without a face, engraved in fine lines: the portrait of nobody. */
export function drawPortrait(context: Canvas2d, { x, y, width, height, colors, ground }: PortraitOptions): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.roundRect(0, 0, width, height, width * 0.05);
  context.clip();
  if (ground) {
    const fill = context.createLinearGradient(0, 0, 0, height);
    fill.addColorStop(0, ground[0]);
    fill.addColorStop(1, ground[1]);
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
  }
  const ink = context.createLinearGradient(0, 0.1, 0, 1);
  ink.addColorStop(0, colors[0]);
  ink.addColorStop(1, colors[1]);
  context.save();
  context.scale(width, height);
  context.fillStyle = ink;
  traceSilhouette(context);
  context.fill();
  context.save();
  context.clip();
  // Fine light lines over the dark shape read as engraving from afar and give the picture real detail up close.
  context.strokeStyle = 'rgba(255,255,255,0.28)';
  context.lineWidth = 0.0045;
  for (let line = 0; line < 62; line += 1) {
    const level = 0.1 + line * 0.0165;
    context.beginPath();
    context.moveTo(0, level);
    context.bezierCurveTo(0.3, level - 0.035, 0.7, level + 0.035, 1, level - 0.01);
    context.stroke();
  }
  context.restore();
  context.fillStyle = colors[1];
  traceHair(context);
  context.fill();
  context.fillStyle = 'rgba(255,255,255,0.2)';
  context.beginPath();
  context.moveTo(0.42, 0.675);
  context.lineTo(0.5, 0.79);
  context.lineTo(0.58, 0.675);
  context.lineTo(0.63, 0.7);
  context.lineTo(0.5, 0.92);
  context.lineTo(0.37, 0.7);
  context.closePath();
  context.fill();
  context.restore();
  context.restore();
}
