import { defaultImageLimits } from '@stepframe/core/capture';
import type { Account } from './readAccount.ts';

/**
 * Checks that a picture came out whole, scaled and the right way round, and where that was done.
 *
 * @throws Error naming each finding.
 */
export function checkAccount(account: Account, place: 'worker' | 'main'): void {
  if (account.failure !== undefined) throw new Error(account.failure);
  const { type, widthPx, heightPx, colours, preparation } = account;
  const [[red = 0, , redsBlue = 255] = [], [bluesRed = 255, , blue = 0] = []] = colours;
  const findings = [
    type === 'image/jpeg' ? [] : `it is ${type}`,
    Math.max(widthPx, heightPx) <= defaultImageLimits.maxEdgePx && Math.abs(widthPx / heightPx - 4 / 3) < 0.01
      ? []
      : `it is ${widthPx} x ${heightPx}`,
    red > 150 && redsBlue < 100 && blue > 150 && bluesRed < 100 ? [] : `its colours are ${JSON.stringify(colours)}`,
    preparation.place === place ? [] : `it was prepared in ${preparation.place}, not in ${place}`,
  ].flat();
  if (findings.length > 0) throw new Error(findings.join('\n'));
}
