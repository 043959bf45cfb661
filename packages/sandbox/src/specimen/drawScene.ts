import type { Canvas2d } from './Canvas2d.ts';
import { cardUnits } from './cardInk.ts';
import { createLayer } from './createLayer.ts';
import { drawDesk } from './drawDesk.ts';
import { drawDeskThings } from './drawDeskThings.ts';
import { drawFlaw, type Flaw } from './drawFlaw.ts';
import { drawGrain } from './drawGrain.ts';
import { drawLying } from './drawLying.ts';
import { drawRoom } from './drawRoom.ts';
import { cardRatio, drawSpecimenCard } from './drawSpecimenCard.ts';
import { drawSpecimenFace } from './drawSpecimenFace.ts';

/**
 * What the camera looks at: a card on a desk, a person in a room, or `blank` (an evenly dark grey, as with the lens
 * covered).
 */
export type SceneName = 'card-front' | 'card-back' | 'face' | 'blank';

export interface SceneOptions {
  readonly scene: SceneName;
  /** Size of the picture; it fills the context from its upper left corner. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Something to be wrong with the picture. Nothing by default. */
  readonly flaw?: Flaw | undefined;
}

function drawCardScene(context: Canvas2d, side: 'front' | 'back', widthPx: number, heightPx: number): void {
  drawDesk(context, widthPx, heightPx);
  drawDeskThings(context, widthPx, heightPx);
  const cardWidth = Math.round(Math.min(widthPx * 0.86, heightPx * 0.8 * cardRatio));
  // Drawn larger than shown: the tilt and the turn each resample it, and small print must stay readable.
  const sharpWidth = Math.round(cardWidth * 1.5);
  const { canvas, context: card } = createLayer(sharpWidth, sharpWidth / cardRatio);
  drawSpecimenCard(card, { side, widthPx: sharpWidth });
  drawLying(context, canvas, {
    widthPx: cardWidth,
    xPx: widthPx * 0.5,
    yPx: heightPx * 0.505,
    turn: side === 'front' ? -0.022 : 0.018,
    recede: 0.028,
    cornerPx: (cardWidth / cardUnits.width) * cardUnits.corner,
  });
  const light = context.createLinearGradient(0, 0, widthPx, heightPx);
  light.addColorStop(0, 'rgba(255,250,236,0.14)');
  light.addColorStop(0.5, 'rgba(255,255,255,0)');
  light.addColorStop(1, 'rgba(20,14,30,0.16)');
  context.fillStyle = light;
  context.fillRect(0, 0, widthPx, heightPx);
}

function drawFaceScene(context: Canvas2d, widthPx: number, heightPx: number): void {
  drawRoom(context, widthPx, heightPx);
  const faceHeightPx = Math.min(heightPx * 0.52, widthPx * 0.72);
  const xPx = widthPx * 0.5;
  const yPx = heightPx * 0.47;
  drawSpecimenFace(context, { xPx, yPx, faceHeightPx });
  const light = context.createLinearGradient(0, 0, widthPx, 0);
  light.addColorStop(0, 'rgba(255,244,220,0.16)');
  light.addColorStop(0.55, 'rgba(255,255,255,0)');
  light.addColorStop(1, 'rgba(26,30,56,0.2)');
  context.fillStyle = light;
  context.fillRect(0, 0, widthPx, heightPx);
}

/** Draws a whole picture as a camera would see it. The same options always give the same picture. */
export function drawScene(context: Canvas2d, { scene, widthPx, heightPx, flaw }: SceneOptions): void {
  context.save();
  if (scene === 'blank') {
    context.fillStyle = '#1a1a1c';
    context.fillRect(0, 0, widthPx, heightPx);
  } else {
    if (scene === 'face') drawFaceScene(context, widthPx, heightPx);
    else drawCardScene(context, scene === 'card-front' ? 'front' : 'back', widthPx, heightPx);
    drawGrain(context, widthPx, heightPx);
  }
  if (flaw) drawFlaw(context, flaw, widthPx, heightPx);
  context.restore();
}
