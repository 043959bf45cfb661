import type { ReadyDevice } from './chooseDevice.ts';

/** What a lens is set to. */
export interface LensState {
  readonly torch: boolean;
  readonly zoom: number;
  readonly focusMode: string;
}

type Wished<Value> = Value | { readonly exact?: Value; readonly ideal?: Value };

// In the Image Capture draft, not in TypeScript's DOM library: https://www.w3.org/TR/image-capture/
interface LensWish {
  readonly torch?: Wished<boolean>;
  readonly zoom?: Wished<number>;
  readonly focusMode?: Wished<string>;
  readonly advanced?: readonly LensWish[];
}

function first<Value extends boolean | number | string>(wishes: readonly (Wished<Value> | undefined)[]): Value | undefined {
  return wishes.map((wish) => (typeof wish === 'object' ? (wish.exact ?? wish.ideal) : wish)).find((value) => value !== undefined);
}

/** What `applyConstraints` asks of the lens, as far as the device can do it; the rest is passed over, as in `advanced`. */
export function readLensWish({ torch, zoom, focusModes }: ReadyDevice, constraints: MediaTrackConstraints): Partial<LensState> {
  const wish = constraints as LensWish;
  const sets = [wish, ...(wish.advanced ?? [])];
  const light = first(sets.map((set) => set.torch));
  const factor = first(sets.map((set) => set.zoom));
  const focusMode = first(sets.map((set) => set.focusMode));
  return {
    ...(torch && light !== undefined && { torch: light }),
    ...(zoom && factor !== undefined && factor >= zoom.min && factor <= zoom.max && { zoom: factor }),
    ...(focusMode !== undefined && focusModes?.includes(focusMode) && { focusMode }),
  };
}
