import type { Canvas2d } from './Canvas2d.ts';
import { createRandom } from './createRandom.ts';

const planks = ['#b5865a', '#bd8f63', '#ad7e53', '#b98a5d', '#c0936a'] as const;

/** Draws a wooden desk seen from above, lit from the upper left. */
export function drawDesk(context: Canvas2d, widthPx: number, heightPx: number): void {
  const random = createRandom(54);
  const plankHeight = Math.max(widthPx, heightPx) / 7;
  context.save();
  for (let top = -plankHeight * 0.4, plank = 0; top < heightPx; top += plankHeight, plank += 1) {
    context.fillStyle = planks[plank % planks.length] ?? planks[0];
    context.fillRect(0, top, widthPx, plankHeight + 1);
    for (let grain = 0; grain < 46; grain += 1) {
      const y = top + random() * plankHeight;
      const bend = (random() - 0.5) * plankHeight * 0.22;
      context.strokeStyle = random() < 0.55 ? 'rgba(84,50,24,0.16)' : 'rgba(255,226,186,0.13)';
      context.lineWidth = (0.6 + random() * 2.2) * (plankHeight / 270);
      context.beginPath();
      context.moveTo(0, y);
      context.bezierCurveTo(widthPx * 0.3, y + bend, widthPx * 0.66, y - bend, widthPx, y + bend * 0.4);
      context.stroke();
    }
    context.fillStyle = 'rgba(58,32,14,0.5)';
    context.fillRect(0, top - plankHeight * 0.006, widthPx, plankHeight * 0.014);
    context.fillStyle = 'rgba(255,232,200,0.22)';
    context.fillRect(0, top + plankHeight * 0.01, widthPx, plankHeight * 0.008);
  }
  const light = context.createRadialGradient(
    widthPx * 0.3,
    heightPx * 0.12,
    0,
    widthPx * 0.3,
    heightPx * 0.12,
    Math.hypot(widthPx, heightPx),
  );
  light.addColorStop(0, 'rgba(255,244,222,0.42)');
  light.addColorStop(0.45, 'rgba(255,240,214,0.06)');
  light.addColorStop(1, 'rgba(38,20,10,0.5)');
  context.fillStyle = light;
  context.fillRect(0, 0, widthPx, heightPx);
  context.restore();
}
