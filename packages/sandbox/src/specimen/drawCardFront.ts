import type { Canvas2d } from './Canvas2d.ts';
import { cardFonts, cardInk, cardUnits } from './cardInk.ts';
import { drawCardField } from './drawCardField.ts';
import { drawCardStock, drawOverprint } from './drawCardStock.ts';
import { drawEmblem } from './drawEmblem.ts';
import { drawPortrait } from './drawPortrait.ts';
import { drawWaves } from './drawWaves.ts';

const { width, height } = cardUnits;
const bandHeight = 96;

function drawBand(context: Canvas2d): void {
  const fill = context.createLinearGradient(0, 0, width, 0);
  fill.addColorStop(0, '#0b4656');
  fill.addColorStop(0.6, '#1d4a86');
  fill.addColorStop(1, '#5a4a9c');
  context.save();
  context.beginPath();
  context.rect(0, 0, width, bandHeight);
  context.clip();
  context.fillStyle = fill;
  context.fillRect(0, 0, width, bandHeight);
  context.lineWidth = 0.8;
  context.globalAlpha = 0.2;
  drawWaves(context, { y: 48, width, amplitude: 50, lines: 18, color: '#ffffff', knots: 3 });
  context.restore();
  context.fillStyle = cardInk.gold;
  context.fillRect(0, bandHeight, width, 4);

  drawEmblem(context, { x: 78, y: 48, radius: 33, color: '#ffffff', ground: '#0f4759' });
  context.save();
  context.fillStyle = '#ffffff';
  context.textBaseline = 'alphabetic';
  context.letterSpacing = '2.4px';
  context.font = `700 27px ${cardFonts.sans}`;
  context.fillText('REPUBLIC OF SPECIMENIA', 128, 46);
  context.letterSpacing = '4px';
  context.font = `500 15px ${cardFonts.sans}`;
  context.globalAlpha = 0.85;
  context.fillText('IDENTITY CARD', 129, 72);
  context.restore();
}

function drawStamp(context: Canvas2d): void {
  context.save();
  context.translate(width - 44, 48);
  context.beginPath();
  context.roundRect(-158, -20, 158, 40, 20);
  context.fillStyle = '#ffffff';
  context.fill();
  context.fillStyle = cardInk.overprint;
  context.font = `800 19px ${cardFonts.sans}`;
  context.letterSpacing = '2px';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('SPECIMEN', -78, 1.5);
  context.restore();
}

function drawSignature(context: Canvas2d): void {
  context.save();
  context.strokeStyle = '#1f3f9a';
  context.lineWidth = 2.6;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(64, 470);
  context.bezierCurveTo(84, 425, 96, 432, 88, 462);
  context.bezierCurveTo(84, 482, 74, 474, 92, 458);
  for (let loop = 0; loop < 6; loop += 1) {
    const x = 92 + loop * 21;
    context.bezierCurveTo(x + 14, 436 + (loop % 2) * 10, x + 20, 446, x + 12, 464);
    context.bezierCurveTo(x + 10, 472, x + 16, 470, x + 21, 459);
  }
  context.bezierCurveTo(232, 450, 244, 452, 252, 446);
  context.stroke();
  context.restore();
}

/** Draws the front in card units (856 × 540): band, portrait, placeholder fields and the SPECIMEN overprint. */
export function drawCardFront(context: Canvas2d): void {
  drawCardStock(context, { x: 716, y: 300, radius: 128 });
  drawBand(context);
  drawStamp(context);
  drawPortrait(context, {
    x: 44,
    y: 126,
    width: 214,
    height: 276,
    colors: ['#5d93a8', '#173f55'],
    ground: ['#f2f8fb', '#bcd6e2'],
  });
  context.save();
  context.globalAlpha = 0.5;
  drawPortrait(context, { x: 662, y: 226, width: 108, height: 140, colors: ['#7d86c9', '#4a58b5'] });
  context.restore();
  drawSignature(context);

  drawCardField(context, { label: 'NAME', value: 'SPECIMEN, A.', x: 292, y: 140, sizePx: 33 });
  drawCardField(context, { label: 'NATIONALITY', value: 'SPECIMENIAN', x: 292, y: 210 });
  drawCardField(context, { label: 'SEX', value: 'X', x: 520, y: 210 });
  drawCardField(context, { label: 'DATE OF BIRTH', value: '00 . 00 . 0000', x: 292, y: 274 });
  drawCardField(context, { label: 'HEIGHT', value: '0.00 m', x: 520, y: 274 });
  drawCardField(context, { label: 'DATE OF EXPIRY', value: '00 . 00 . 0000', x: 292, y: 338 });
  drawCardField(context, { label: 'PLACE OF ISSUE', value: 'SAMPLE TOWN', x: 292, y: 402 });
  drawCardField(context, { label: 'CARD NUMBER', value: 'SPC 0000 0000', x: 556, y: 452, sizePx: 29, mono: true });
  drawCardField(context, { label: 'SIGNATURE OF HOLDER', value: '', x: 44, y: 500 });

  context.save();
  context.font = `600 7px ${cardFonts.sans}`;
  context.letterSpacing = '0.6px';
  context.fillStyle = cardInk.indigo;
  context.globalAlpha = 0.75;
  context.fillText('SPECIMENIA NOT A REAL DOCUMENT '.repeat(7), -8, height - 14);
  context.restore();
  drawOverprint(context);
}
