import type { FakeCamera } from './FakeCamera.ts';

/** Puts a property of ours in front of the browser's, and gives what takes it away again. */
function shade(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}

/**
 * Makes `navigator.mediaDevices` and `navigator.permissions` the fake camera, for code that calls them directly, as
 * react-webcam does. Permissions other than the camera's go on to the browser if the camera was made so.
 *
 * @param target an object to install on; `navigator` by default.
 * @returns restores what was there before; calling it again does nothing. It does not dispose of the camera.
 */
export function installFakeCamera(camera: FakeCamera, target: object = globalThis.navigator): () => void {
  const undo = [shade(target, 'mediaDevices', camera), shade(target, 'permissions', camera.permissions)];
  return () => {
    for (const restore of undo.splice(0)) restore();
  };
}
