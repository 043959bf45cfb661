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
 * What the camera looks at: a card on a desk, the desk alone, a person in a room, or `blank` (an evenly dark grey, as with
 * the lens covered).
 */
export type SceneName = 'card-front' | 'card-back' | 'desk' | 'face' | 'blank';

/** How a card lies before the camera. What is left out is as it should be. */
export interface CardPlacement {
  /** Its width against that of a card that fills the frame well. 1 by default. */
  readonly size?: number;
  /** Its middle as a share of the frame's width. 0.5 by default. */
  readonly x?: number;
  /** Its middle as a share of the frame's height. 0.505 by default. */
  readonly y?: number;
  /** Clockwise, in radians. Slightly askew by default. */
  readonly turn?: number;
  /** How much narrower the far edge is than the near one, 0 to 1. 0.028 by default. */
  readonly recede?: number;
}

export interface SceneOptions {
  readonly scene: SceneName;
  /** Size of the picture; it fills the context from its upper left corner. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Something to be wrong with the picture. Nothing by default. */
  readonly flaw?: Flaw | undefined;
  /** What is under the card. A wooden desk with things on it by default. */
  readonly surface?: 'wood' | 'felt' | undefined;
  /** Where the card lies; without meaning for other scenes. */
  readonly placement?: CardPlacement | undefined;
}

function drawCard(
  context: Canvas2d,
  side: 'front' | 'back',
  { widthPx, heightPx, placement = {} }: Pick<SceneOptions, 'widthPx' | 'heightPx' | 'placement'>,
): void {
  const { size = 1, x = 0.5, y = 0.505, turn = side === 'front' ? -0.022 : 0.018, recede = 0.028 } = placement;
  const cardWidth = Math.round(Math.min(widthPx * 0.86, heightPx * 0.8 * cardRatio) * size);
  // Drawn larger than shown: the tilt and the turn each resample it, and small print must stay readable.
  const sharpWidth = Math.round(cardWidth * 1.5);
  const { canvas, context: card } = createLayer(sharpWidth, sharpWidth / cardRatio);
  drawSpecimenCard(card, { side, widthPx: sharpWidth });
  drawLying(context, canvas, {
    widthPx: cardWidth,
    xPx: widthPx * x,
    yPx: heightPx * y,
    turn,
    recede,
    cornerPx: (cardWidth / cardUnits.width) * cardUnits.corner,
  });
}

function drawDeskScene(context: Canvas2d, { scene, widthPx, heightPx, surface, placement }: SceneOptions): void {
  if (surface === 'felt') {
    context.fillStyle = '#5d6f66';
    context.fillRect(0, 0, widthPx, heightPx);
  } else {
    drawDesk(context, widthPx, heightPx);
    drawDeskThings(context, widthPx, heightPx);
  }
  if (scene !== 'desk') drawCard(context, scene === 'card-front' ? 'front' : 'back', { widthPx, heightPx, placement });
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
export function drawScene(context: Canvas2d, options: SceneOptions): void {
  const { scene, widthPx, heightPx, flaw } = options;
  context.save();
  if (scene === 'blank') {
    context.fillStyle = '#1a1a1c';
    context.fillRect(0, 0, widthPx, heightPx);
  } else {
    if (scene === 'face') drawFaceScene(context, widthPx, heightPx);
    else drawDeskScene(context, options);
    drawGrain(context, widthPx, heightPx);
  }
  if (flaw) drawFlaw(context, flaw, widthPx, heightPx);
  context.restore();
}
