import { defaultImageLimits } from '@stepframe/core/capture';
import type { Account } from './readAccount.ts';

/**
 * What is wrong with a picture that should have come out whole, scaled and the right way round, prepared at that place.
 */
export function findFaults(account: Account, place: 'worker' | 'main'): readonly string[] {
  if (account.failure !== undefined) return [account.failure];
  const { type, widthPx, heightPx, colours, preparation } = account;
  const [[red = 0, , redsBlue = 255] = [], [bluesRed = 255, , blue = 0] = []] = colours;
  return [
    type === 'image/jpeg' ? [] : `it is ${type}`,
    Math.max(widthPx, heightPx) <= defaultImageLimits.maxEdgePx && Math.abs(widthPx / heightPx - 4 / 3) < 0.01
      ? []
      : `it is ${widthPx} x ${heightPx}`,
    red > 150 && redsBlue < 100 && blue > 150 && bluesRed < 100 ? [] : `its colours are ${JSON.stringify(colours)}`,
    preparation.place === place ? [] : `it was prepared in ${preparation.place}, not in ${place}`,
  ].flat();
}
