import type { SceneDrawing } from './FakeCamera.ts';

/** What an infrared camera shows of a card: a flat grey, one value for all. */
export const infraredScene: SceneDrawing = (context, { widthPx, heightPx }) => {
  context.fillStyle = '#8a8a8a';
  context.fillRect(0, 0, widthPx, heightPx);
};
