import type { ReadyDevice } from './chooseDevice.ts';
import type { FakeScene, SceneChoice } from './FakeCamera.ts';

/**
 * What a device sees: its own scene, then the camera's, then the face for a camera that faces the user and the card's
 * front for others. A device that states no facing mode goes by the one that was asked for.
 */
export function chooseScene(device: ReadyDevice, constraints: MediaTrackConstraints, choice: SceneChoice | undefined): FakeScene {
  if (device.scene !== undefined) return device.scene;
  const asked = JSON.stringify(constraints.facingMode ?? '');
  const side = device.facing ?? (asked.includes('user') ? 'user' : 'environment');
  const chosen = typeof choice === 'object' ? choice[side] : choice;
  return chosen ?? (side === 'user' ? 'face' : 'card-front');
}
