import type { CameraWish } from './cameraConstraints.ts';
import { type Lens, poorLensScore, scoreLens } from './scoreLens.ts';

/**
 * The camera that comes after the current one, round and round, or `null` where there is no other. It passes by what
 * nobody wants to photograph with (infrared, ultra-wide), so that on a phone it goes from the back to the front.
 *
 * @param currentId by default the first camera that faces the right way, else the first.
 */
export function nextLens(lenses: readonly Lens[], facing: CameraWish['facing'], currentId?: string): Lens | null {
  const known = lenses.filter(({ deviceId }) => deviceId !== '');
  const current = known.find(({ deviceId }) => deviceId === currentId) ?? known.find((lens) => lens.facing === facing) ?? known[0];
  const others = known.filter((lens) => lens !== current);
  const good = others.filter((lens) => scoreLens({ ...lens, facing: undefined }, facing) > poorLensScore);
  const candidates = good.length > 0 ? good : others;
  const place = current ? known.indexOf(current) : 0;
  return candidates.find((lens) => known.indexOf(lens) > place) ?? candidates[0] ?? null;
}
