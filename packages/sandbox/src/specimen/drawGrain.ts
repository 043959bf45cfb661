import type { Canvas2d } from './Canvas2d.ts';
import { createLayer } from './createLayer.ts';
import { createRandom } from './createRandom.ts';

/** Lays faint sensor noise over a picture, so that a drawn one has the texture of a photograph. */
export function drawGrain(context: Canvas2d, widthPx: number, heightPx: number): void {
  const random = createRandom(35);
  const { canvas, context: tile } = createLayer(192, 192);
  const pixels = tile.createImageData(192, 192);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const level = random() < 0.5 ? 0 : 255;
    pixels.data.set([level, level, level, Math.floor(random() * 15)], at);
  }
  tile.putImageData(pixels, 0, 0);
  const pattern = context.createPattern(canvas, 'repeat');
  if (!pattern) return;
  context.save();
  context.fillStyle = pattern;
  context.fillRect(0, 0, widthPx, heightPx);
  context.restore();
}
