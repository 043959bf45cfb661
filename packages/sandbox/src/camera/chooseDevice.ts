import type { FakeDevice } from './FakeCamera.ts';
import { toOverconstrained } from './toOverconstrained.ts';

/** A device with nothing left out. */
export interface ReadyDevice extends FakeDevice {
  readonly deviceId: string;
  readonly groupId: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Wish {
  readonly exact: readonly string[] | undefined;
  readonly ideal: readonly string[];
}

const toList = (words: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof words === 'string' ? [words] : words;

function readWish(constraint: ConstrainDOMString | undefined): Wish {
  if (typeof constraint === 'string' || Array.isArray(constraint)) return { exact: undefined, ideal: toList(constraint) ?? [] };
  return { exact: toList(constraint?.exact), ideal: toList(constraint?.ideal) ?? [] };
}

/** The least that `width` or `height` insists on; a bare number is a wish and insists on nothing. */
const leastOf = (constraint: ConstrainULong | undefined): number =>
  typeof constraint === 'object' ? Math.max(constraint.exact ?? 0, constraint.min ?? 0) : 0;

/**
 * Chooses the device that fits best: what is `exact` (or `min`) must hold, what is `ideal` counts, `deviceId` before
 * `facingMode`; then the first in the list. Source: https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings
 *
 * @throws DOMException `NotFoundError` when there is no device; OverconstrainedError naming the first constraint that no device meets.
 */
export function chooseDevice(devices: readonly ReadyDevice[], constraints: MediaTrackConstraints): ReadyDevice {
  if (devices.length === 0) throw new DOMException('Requested device not found', 'NotFoundError');
  const id = readWish(constraints.deviceId);
  const facing = readWish(constraints.facingMode);
  const rules: readonly (readonly [string, (device: ReadyDevice) => boolean])[] = [
    ['deviceId', (device) => !id.exact || id.exact.includes(device.deviceId)],
    ['facingMode', (device) => !facing.exact || (device.facing !== undefined && facing.exact.includes(device.facing))],
    ['width', (device) => leastOf(constraints.width) <= device.widthPx],
    ['height', (device) => leastOf(constraints.height) <= device.heightPx],
  ];
  let fitting = devices;
  for (const [name, holds] of rules) {
    fitting = fitting.filter(holds);
    if (fitting.length === 0) throw toOverconstrained(name);
  }
  const score = (device: ReadyDevice) =>
    (id.ideal.includes(device.deviceId) ? 2 : 0) + (device.facing !== undefined && facing.ideal.includes(device.facing) ? 1 : 0);
  return fitting.reduce((best, device) => (score(device) > score(best) ? device : best));
}
