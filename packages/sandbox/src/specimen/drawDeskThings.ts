import type { Canvas2d } from './Canvas2d.ts';

function drawCup(context: Canvas2d, x: number, y: number, radius: number): void {
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.save();
  context.shadowColor = 'rgba(30,14,4,0.5)';
  context.shadowBlur = radius * 0.4;
  context.shadowOffsetX = radius * 0.12;
  context.shadowOffsetY = radius * 0.16;
  context.fillStyle = '#e9e4da';
  context.beginPath();
  context.arc(0, 0, 1.34, 0, Math.PI * 2);
  context.fill();
  context.restore();
  for (const [size, color] of [
    [1.3, '#f6f2ea'],
    [0.98, '#ded7ca'],
    [0.9, '#fbf9f4'],
    [0.8, '#7b4a2a'],
    [0.74, '#5a3119'],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(0, 0, size, 0, Math.PI * 2);
    context.fill();
  }
  context.strokeStyle = 'rgba(255,236,210,0.35)';
  context.lineWidth = 0.05;
  context.beginPath();
  context.arc(0, 0, 0.6, 3.5, 5);
  context.stroke();
  context.restore();
}

function drawPencil(context: Canvas2d, x: number, y: number, length: number, turn: number): void {
  const thick = length * 0.042;
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  context.save();
  context.shadowColor = 'rgba(30,14,4,0.5)';
  context.shadowBlur = thick * 0.8;
  context.shadowOffsetY = thick * 0.5;
  context.fillStyle = '#e5a93c';
  context.fillRect(0, -thick / 2, length, thick);
  context.restore();
  context.fillStyle = '#f2bf58';
  context.fillRect(0, -thick / 2, length, thick * 0.34);
  context.fillStyle = '#c68a25';
  context.fillRect(0, thick * 0.2, length, thick * 0.3);
  context.fillStyle = '#f0d3a8';
  context.beginPath();
  context.moveTo(length, -thick / 2);
  context.lineTo(length + thick * 1.9, 0);
  context.lineTo(length, thick / 2);
  context.fill();
  context.fillStyle = '#3a3133';
  context.beginPath();
  context.moveTo(length + thick * 1.3, -thick * 0.16);
  context.lineTo(length + thick * 1.9, 0);
  context.lineTo(length + thick * 1.3, thick * 0.16);
  context.fill();
  context.restore();
}

/** Lays a cup and a pencil at the edges of the desk, out of the way of the card. */
export function drawDeskThings(context: Canvas2d, widthPx: number, heightPx: number): void {
  const unit = Math.min(widthPx, heightPx);
  if (widthPx >= heightPx) {
    drawCup(context, widthPx * 0.985, heightPx * 0.1, unit * 0.15);
    drawPencil(context, -unit * 0.06, heightPx * 0.68, unit * 0.34, 1.18);
  } else {
    drawCup(context, widthPx * 0.86, heightPx * 0.14, unit * 0.2);
    drawPencil(context, widthPx * 0.1, heightPx * 0.84, unit * 0.66, 0.2);
  }
}
