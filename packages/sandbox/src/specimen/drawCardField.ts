import type { Canvas2d } from './Canvas2d.ts';
import { cardFonts, cardInk } from './cardInk.ts';

export interface CardField {
  readonly label: string;
  readonly value: string;
  readonly x: number;
  /** Base line of the label; the value stands under it. */
  readonly y: number;
  readonly sizePx?: number;
  readonly mono?: boolean;
}

/** Prints a small label with its value below. */
export function drawCardField(context: Canvas2d, { label, value, x, y, sizePx = 25, mono = false }: CardField): void {
  context.save();
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.letterSpacing = '0.8px';
  context.font = `600 12.5px ${cardFonts.sans}`;
  context.fillStyle = cardInk.label;
  context.fillText(label, x, y);
  context.letterSpacing = mono ? '1px' : '0.3px';
  context.font = `${mono ? 700 : 600} ${sizePx}px ${mono ? cardFonts.mono : cardFonts.sans}`;
  context.fillStyle = cardInk.text;
  context.fillText(value, x, y + sizePx + 3);
  context.restore();
}
