import type { CameraWish } from './cameraConstraints.ts';
import { type Lens, poorLensScore, scoreLens } from './scoreLens.ts';

/**
 * The best lens for the wish, or `null` when the browser's own choice is as good: nothing is known yet, there is only
 * one, or the current one is not clearly worse. Asking again for a better one is only worth it then.
 *
 * The person's choice comes before: do not ask this when there is one.
 *
 * @param lenses as the browser lists them, its default first.
 * @param currentId the one that is open, or would be; by default the first that faces the right way, else the first.
 */
export function chooseLens(lenses: readonly Lens[], facing: CameraWish['facing'], currentId?: string): Lens | null {
  const known = lenses.filter(({ deviceId }) => deviceId !== '');
  const current = known.find(({ deviceId }) => deviceId === currentId) ?? known.find((lens) => lens.facing === facing) ?? known[0];
  if (!current) return null;
  const [best, most] = known.reduce<readonly [Lens, number]>(
    (top, lens) => {
      const score = scoreLens(lens, facing);
      return score > top[1] ? [lens, score] : top;
    },
    [current, scoreLens(current, facing)],
  );
  return most - scoreLens(current, facing) >= -poorLensScore ? best : null;
}
