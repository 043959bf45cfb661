import type { Canvas2d } from './Canvas2d.ts';
import { createLayer } from './createLayer.ts';

/**
 * What can be wrong with a photograph.
 *
 * | flaw | the picture is |
 * | --- | --- |
 * | `blurred` | out of focus |
 * | `dark` | far under-exposed |
 * | `bright` | far over-exposed |
 * | `glare` | burnt out by a lamp's reflection in the middle |
 * | `infrared` | grey, as from a camera that is no colour camera |
 */
export type Flaw = 'blurred' | 'dark' | 'bright' | 'glare' | 'infrared';

/** Spoils what has been drawn so far. */
export function drawFlaw(context: Canvas2d, flaw: Flaw, widthPx: number, heightPx: number): void {
  context.save();
  if (flaw === 'dark' || flaw === 'bright') {
    if (flaw === 'bright') context.globalCompositeOperation = 'lighter';
    context.fillStyle = flaw === 'dark' ? 'rgba(4,5,10,0.86)' : '#bdbdbd';
    context.fillRect(0, 0, widthPx, heightPx);
  } else if (flaw === 'glare') {
    const unit = Math.min(widthPx, heightPx);
    context.translate(widthPx * 0.54, heightPx * 0.5);
    context.rotate(-0.5);
    context.scale(1.7, 1);
    const lamp = context.createRadialGradient(0, 0, 0, 0, 0, unit * 0.34);
    lamp.addColorStop(0, 'rgba(255,255,255,1)');
    lamp.addColorStop(0.5, 'rgba(255,255,255,1)');
    lamp.addColorStop(1, 'rgba(255,255,255,0)');
    context.fillStyle = lamp;
    context.fillRect(-unit, -unit, unit * 2, unit * 2);
  } else if (flaw === 'blurred') {
    // Drawn small and then large again: a blur that needs no `filter`, which Safari's canvas lacks.
    const scale = 56 / Math.max(widthPx, heightPx);
    const half = createLayer(widthPx * Math.sqrt(scale), heightPx * Math.sqrt(scale));
    const small = createLayer(widthPx * scale, heightPx * scale);
    half.context.drawImage(context.canvas, 0, 0, half.canvas.width, half.canvas.height);
    small.context.drawImage(half.canvas, 0, 0, small.canvas.width, small.canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(small.canvas, 0, 0, widthPx, heightPx);
  } else {
    context.globalCompositeOperation = 'saturation';
    context.fillStyle = '#808080';
    context.fillRect(0, 0, widthPx, heightPx);
  }
  context.restore();
}
