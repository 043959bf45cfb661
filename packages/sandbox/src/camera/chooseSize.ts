import type { ReadyDevice } from './chooseDevice.ts';
import { toOverconstrained } from './toOverconstrained.ts';

export interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

function chooseSide(name: 'width' | 'height', constraint: ConstrainULong | undefined, native: number): number | undefined {
  if (constraint === undefined) return undefined;
  const { exact, ideal, min = 1, max = native } = typeof constraint === 'number' ? { ideal: constraint } : constraint;
  const asked = exact ?? (ideal === undefined && max >= native ? undefined : Math.max(min, Math.min(max, ideal ?? max)));
  if ((exact !== undefined && exact > native) || min > native || max < 1 || min > max) throw toOverconstrained(name);
  return asked === undefined ? undefined : Math.max(1, Math.min(native, Math.round(asked)));
}

/** `resizeMode` is in the standard and not yet in TypeScript's library: https://www.w3.org/TR/mediacapture-streams/#def-constraint-resizeMode */
interface ResizeWish {
  readonly resizeMode?: ConstrainDOMString;
}

function chooseMode(sizes: readonly FrameSize[], wanted: FrameSize): FrameSize {
  const distance = ({ widthPx, heightPx }: FrameSize) => Math.abs(widthPx - wanted.widthPx) + Math.abs(heightPx - wanted.heightPx);
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best), sizes[0] ?? wanted);
}

/**
 * Chooses the size of the frames: the device's own unless less is asked for. It never scales up, and one side alone
 * brings the other with it, in proportion. With `resizeMode: 'none'` it is one of the sensor's own sizes, if those are known.
 *
 * @throws OverconstrainedError when `exact` or `min` is more than the device has.
 */
export function chooseSize(device: ReadyDevice, constraints: MediaTrackConstraints): FrameSize {
  const widthPx = chooseSide('width', constraints.width, device.widthPx);
  const heightPx = chooseSide('height', constraints.height, device.heightPx);
  const ratio = device.widthPx / device.heightPx;
  if (widthPx === undefined && heightPx === undefined) return { widthPx: device.widthPx, heightPx: device.heightPx };
  const wanted = {
    widthPx: widthPx ?? Math.round((heightPx ?? device.heightPx) * ratio),
    heightPx: heightPx ?? Math.round((widthPx ?? device.widthPx) / ratio),
  };
  const isNative = JSON.stringify((constraints as ResizeWish).resizeMode ?? '').includes('none');
  return isNative && device.sizes ? chooseMode(device.sizes, wanted) : wanted;
}
