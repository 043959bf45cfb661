import type { Canvas2d } from './Canvas2d.ts';
import { cardUnits } from './cardInk.ts';
import { drawCardBack } from './drawCardBack.ts';
import { drawCardFront } from './drawCardFront.ts';

export interface SpecimenCardOptions {
  readonly side: 'front' | 'back';
  /** Left edge, in pixels of the context. 0 by default. */
  readonly xPx?: number;
  /** Top edge, in pixels of the context. 0 by default. */
  readonly yPx?: number;
  readonly widthPx: number;
}

/** Width of an ID-1 card divided by its height: 85.6 / 54. */
export const cardRatio: number = cardUnits.width / cardUnits.height;

/**
 * Draws the identity card of the Republic of Specimenia, a country that does not exist, upright and flat. Its height
 * is `widthPx / cardRatio`. Nothing on it is real or could be taken for real: the holder is "SPECIMEN, A.", every
 * number is zeros, and SPECIMEN is printed across it.
 */
export function drawSpecimenCard(context: Canvas2d, { side, xPx = 0, yPx = 0, widthPx }: SpecimenCardOptions): void {
  const { width, height, corner } = cardUnits;
  context.save();
  context.translate(xPx, yPx);
  context.scale(widthPx / width, widthPx / width);
  context.beginPath();
  context.roundRect(0, 0, width, height, corner);
  context.clip();
  if (side === 'front') drawCardFront(context);
  else drawCardBack(context);
  context.beginPath();
  context.roundRect(1, 1, width - 2, height - 2, corner - 1);
  context.strokeStyle = 'rgba(255,255,255,0.7)';
  context.lineWidth = 2.5;
  context.stroke();
  context.restore();
}
