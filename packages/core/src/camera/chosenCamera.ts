import type { CameraWish } from './cameraConstraints.ts';

/** Where the person's choice of camera is kept: `sessionStorage`, `localStorage`, or anything alike. */
export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const toKey = (facing: CameraWish['facing']): string => `stepframe.camera.${facing}`;

/** The camera the person chose for this side, if any. Storage that is blocked or full remembers nothing, and never throws. */
export function readChosenCamera(storage: () => ChoiceStorage | null, facing: CameraWish['facing']): string | undefined {
  try {
    return storage()?.getItem(toKey(facing)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a choice, or forgets it. */
export function writeChosenCamera(storage: () => ChoiceStorage | null, facing: CameraWish['facing'], deviceId: string | undefined): void {
  try {
    if (deviceId === undefined) storage()?.removeItem(toKey(facing));
    else storage()?.setItem(toKey(facing), deviceId);
  } catch {
    // A choice that cannot be kept still holds for this camera.
  }
}
