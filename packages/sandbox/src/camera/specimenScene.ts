import { createLayer, type Layer } from '../specimen/createLayer.ts';
import type { Flaw } from '../specimen/drawFlaw.ts';
import { drawScene, type SceneName } from '../specimen/drawScene.ts';
import type { SceneDrawing } from './FakeCamera.ts';

export interface SpecimenSceneOptions {
  /** Something to be wrong with the picture. Nothing by default. */
  readonly flaw?: Flaw;
}

/**
 * Makes a named scene for the fake camera, for instance one with a flaw: `specimenScene('card-front', { flaw: 'glare' })`.
 * It is drawn once for each frame size and then copied, as the drawing takes longer than a frame lasts.
 */
export function specimenScene(scene: SceneName, { flaw }: SpecimenSceneOptions = {}): SceneDrawing {
  const layers = new Map<string, Layer>();
  return (context, { widthPx, heightPx }) => {
    const key = `${widthPx}x${heightPx}`;
    let layer = layers.get(key);
    if (!layer) {
      layer = createLayer(widthPx, heightPx);
      drawScene(layer.context, { scene, widthPx, heightPx, flaw });
      layers.set(key, layer);
    }
    context.drawImage(layer.canvas, 0, 0);
  };
}
