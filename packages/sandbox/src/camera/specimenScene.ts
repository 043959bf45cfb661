import { createLayer, type Layer } from '../specimen/createLayer.ts';
import type { Flaw } from '../specimen/drawFlaw.ts';
import { drawScene, type SceneName } from '../specimen/drawScene.ts';
import type { SceneDrawing } from './FakeCamera.ts';

export interface SpecimenSceneOptions {
  /** Something to be wrong with the picture. Nothing by default. */
  readonly flaw?: Flaw;
}

/** Drawn scenes, kept for every camera of the page: a card at 1080p takes some 300 ms, far longer than a frame lasts. */
const layers = new Map<string, Layer>();
const maxLayers = 6;

function takeLayer(scene: SceneName, flaw: Flaw | undefined, widthPx: number, heightPx: number): Layer {
  const key = `${scene} ${flaw} ${widthPx}x${heightPx}`;
  const layer = layers.get(key) ?? createLayer(widthPx, heightPx);
  if (!layers.has(key)) drawScene(layer.context, { scene, widthPx, heightPx, flaw });
  // Put last again, so that the first is the one unused for longest.
  layers.delete(key);
  layers.set(key, layer);
  const [oldest] = layers.keys();
  if (layers.size > maxLayers && oldest !== undefined) layers.delete(oldest);
  return layer;
}

/** Makes a named scene for the fake camera, for instance one with a flaw: `specimenScene('card-front', { flaw: 'glare' })`. */
export function specimenScene(scene: SceneName, { flaw }: SpecimenSceneOptions = {}): SceneDrawing {
  return (context, { widthPx, heightPx }) => context.drawImage(takeLayer(scene, flaw, widthPx, heightPx).canvas, 0, 0);
}
