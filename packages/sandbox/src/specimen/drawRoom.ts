import type { Canvas2d } from './Canvas2d.ts';
import { createLayer } from './createLayer.ts';

function drawWindow(context: Canvas2d, x: number, y: number, width: number, height: number): void {
  context.fillStyle = '#f7f4ee';
  context.fillRect(x - width * 0.06, y - width * 0.06, width * 1.12, height + width * 0.12);
  const sky = context.createLinearGradient(0, y, 0, y + height);
  sky.addColorStop(0, '#bfe0f2');
  sky.addColorStop(1, '#fdf1d6');
  context.fillStyle = sky;
  context.fillRect(x, y, width, height);
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  for (const [at, radiusX, radiusY, color] of [
    [0.85, 0.46, 0.38, '#a9cfae'],
    [0.25, 0.55, 0.26, '#8fbd9b'],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.ellipse(x + width * at, y + height * 1.02, width * radiusX, height * radiusY, 0, 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
  context.fillStyle = '#f7f4ee';
  context.fillRect(x + width * 0.48, y, width * 0.04, height);
  context.fillRect(x, y + height * 0.46, width, width * 0.04);
}

function drawPlant(context: Canvas2d, x: number, y: number, size: number): void {
  for (let leaf = 0; leaf < 9; leaf += 1) {
    const turn = -1.25 + leaf * 0.31;
    context.save();
    context.translate(x, y);
    context.rotate(turn);
    context.fillStyle = leaf % 2 === 0 ? '#4d8a63' : '#68a57b';
    context.beginPath();
    context.moveTo(0, 0);
    context.quadraticCurveTo(size * 0.2, -size * 0.6, 0, -size * (1 - Math.abs(turn) * 0.18));
    context.quadraticCurveTo(-size * 0.2, -size * 0.6, 0, 0);
    context.fill();
    context.restore();
  }
  context.fillStyle = '#c9775a';
  context.beginPath();
  context.moveTo(x - size * 0.3, y - size * 0.06);
  context.lineTo(x + size * 0.3, y - size * 0.06);
  context.lineTo(x + size * 0.22, y + size * 0.5);
  context.lineTo(x - size * 0.22, y + size * 0.5);
  context.fill();
}

/** Draws a bright room, a little out of focus as behind a person at arm's length. */
export function drawRoom(context: Canvas2d, widthPx: number, heightPx: number): void {
  // A small picture drawn large is a soft blur in every browser; `filter` is not in Safari's canvas.
  const scale = 0.09;
  const { canvas, context: small } = createLayer(widthPx * scale, heightPx * scale);
  const { width, height } = canvas;
  const wall = small.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, '#f3ead9');
  wall.addColorStop(0.55, '#e2e5e0');
  wall.addColorStop(1, '#b9c4cb');
  small.fillStyle = wall;
  small.fillRect(0, 0, width, height);
  const unit = Math.min(width, height);
  drawWindow(small, width * 0.04, height * 0.08, Math.max(unit * 0.42, width * 0.2), height * 0.5);
  small.fillStyle = '#d9a06b';
  small.fillRect(width * 0.78, height * 0.12, unit * 0.26, unit * 0.34);
  small.fillStyle = '#fbf6ec';
  small.fillRect(width * 0.78 + unit * 0.02, height * 0.12 + unit * 0.02, unit * 0.22, unit * 0.3);
  small.fillStyle = '#6d86b8';
  small.beginPath();
  small.arc(width * 0.78 + unit * 0.13, height * 0.12 + unit * 0.16, unit * 0.07, 0, Math.PI * 2);
  small.fill();
  small.fillStyle = '#a8835f';
  small.fillRect(width * 0.72, height * 0.86, width, height * 0.05);
  drawPlant(small, width * 0.9, height * 0.72, unit * 0.27);
  context.drawImage(canvas, 0, 0, widthPx, heightPx);
}
