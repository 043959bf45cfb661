import type { Canvas2d } from './Canvas2d.ts';
import { cardFonts, cardInk, cardUnits } from './cardInk.ts';
import { drawRosette } from './drawRosette.ts';
import { drawWaves } from './drawWaves.ts';

const { width, height } = cardUnits;

/** Draws the printed paper both sides share: a rainbow ground, waves, a rosette and a line of tiny letters. */
export function drawCardStock(context: Canvas2d, rosette: { readonly x: number; readonly y: number; readonly radius: number }): void {
  const ground = context.createLinearGradient(0, 0, width, height);
  ground.addColorStop(0, '#e3f3ef');
  ground.addColorStop(0.45, '#e6edf8');
  ground.addColorStop(0.75, '#f3e9f2');
  ground.addColorStop(1, '#fbf0df');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);

  context.save();
  context.lineWidth = 0.9;
  context.globalAlpha = 0.34;
  drawWaves(context, { y: 190, width, amplitude: 118, lines: 26, color: cardInk.teal, knots: 3 });
  drawWaves(context, { y: 330, width, amplitude: 130, lines: 26, color: cardInk.indigo, knots: 2 });
  drawWaves(context, { y: 450, width, amplitude: 96, lines: 22, color: cardInk.rose, knots: 4 });
  context.globalAlpha = 0.5;
  drawRosette(context, { ...rosette, petals: 12, lines: 30, colors: [cardInk.rose, cardInk.indigo, cardInk.teal] });
  context.restore();
}

/** Prints SPECIMEN across the card in large open letters, over everything else. */
export function drawOverprint(context: Canvas2d): void {
  context.save();
  context.translate(width / 2 + 24, height / 2 + 40);
  context.rotate(-0.3);
  context.font = `800 132px ${cardFonts.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.letterSpacing = '8px';
  context.fillStyle = cardInk.overprint;
  context.strokeStyle = cardInk.overprint;
  context.globalAlpha = 0.1;
  context.fillText('SPECIMEN', 0, 0);
  context.globalAlpha = 0.5;
  context.lineWidth = 2.2;
  context.strokeText('SPECIMEN', 0, 0);
  context.restore();
}
