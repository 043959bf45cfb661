import type { Canvas2d } from './Canvas2d.ts';
import { cardFonts, cardInk, cardUnits } from './cardInk.ts';
import { drawBarcode } from './drawBarcode.ts';
import { drawCardField } from './drawCardField.ts';
import { drawCardStock, drawOverprint } from './drawCardStock.ts';
import { drawEmblem } from './drawEmblem.ts';
import { drawMachineLines } from './drawMachineLines.ts';

function drawChip(context: Canvas2d, x: number, y: number): void {
  const gold = context.createLinearGradient(x, y, x + 104, y + 84);
  gold.addColorStop(0, '#f3dc9d');
  gold.addColorStop(0.5, '#d6ab54');
  gold.addColorStop(1, '#efd48e');
  context.save();
  context.beginPath();
  context.roundRect(x, y, 104, 84, 14);
  context.fillStyle = gold;
  context.fill();
  context.strokeStyle = '#8a6a27';
  context.lineWidth = 2;
  context.stroke();
  context.beginPath();
  context.roundRect(x + 36, y + 26, 32, 32, 7);
  for (const [fromX, fromY, toX, toY] of [
    [0, 28, 36, 28],
    [0, 56, 36, 56],
    [68, 28, 104, 28],
    [68, 56, 104, 56],
    [52, 0, 52, 26],
    [52, 58, 52, 84],
  ] as const) {
    context.moveTo(x + fromX, y + fromY);
    context.lineTo(x + toX, y + toY);
  }
  context.stroke();
  context.restore();
}

/** Draws the back in card units (856 × 540): barcode-like block, chip, placeholder fields and machine-readable lines. */
export function drawCardBack(context: Canvas2d): void {
  drawCardStock(context, { x: 700, y: 196, radius: 120 });
  context.fillStyle = cardInk.night;
  context.fillRect(0, 0, cardUnits.width, 10);
  context.fillStyle = 'rgba(255,255,255,0.82)';
  context.beginPath();
  context.roundRect(40, 36, 476, 122, 8);
  context.fill();
  drawBarcode(context, { x: 54, y: 48, width: 448, height: 98, color: '#1b1f22' });
  drawChip(context, 40, 200);
  context.save();
  context.globalAlpha = 0.8;
  drawEmblem(context, { x: 700, y: 196, radius: 62, color: cardInk.night, ground: '#eceaf6' });
  context.restore();

  drawCardField(context, { label: 'ADDRESS', value: '0 SAMPLE STREET', x: 178, y: 194, sizePx: 22 });
  drawCardField(context, { label: 'ISSUED BY', value: 'OFFICE OF SPECIMENS', x: 178, y: 250, sizePx: 22 });
  drawCardField(context, { label: 'ISSUED ON', value: '00 . 00 . 0000', x: 178, y: 306, sizePx: 22 });
  context.save();
  context.font = `600 12.5px ${cardFonts.sans}`;
  context.fillStyle = cardInk.label;
  context.textAlign = 'center';
  context.fillText('A DRAWING FOR SOFTWARE TESTS.', 700, 44);
  context.fillText('IT IDENTIFIES NOBODY.', 700, 62);
  context.restore();
  drawMachineLines(context);
  drawOverprint(context);
}
