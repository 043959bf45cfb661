import { describe, expect, it } from 'vitest';
import type { ReadyDevice } from './chooseDevice.ts';
import { chooseScene } from './chooseScene.ts';
import type { FakeScene, SceneChoice } from './FakeCamera.ts';

const webcam: ReadyDevice = { deviceId: 'd', groupId: 'g', label: 'D', widthPx: 1, heightPx: 1 };
const front: ReadyDevice = { ...webcam, facing: 'user' };
const back: ReadyDevice = { ...webcam, facing: 'environment' };

const draw = () => undefined;

describe('chooseScene', () => {
  it.each<[ReadyDevice, MediaTrackConstraints, SceneChoice | undefined, FakeScene]>([
    [front, {}, undefined, 'face'],
    [back, {}, undefined, 'card-front'],
    [front, { facingMode: 'environment' }, undefined, 'face'],
    [webcam, {}, undefined, 'card-front'],
    [webcam, { facingMode: 'user' }, undefined, 'face'],
    [webcam, { facingMode: { ideal: ['user'] } }, undefined, 'face'],
    [webcam, { facingMode: { exact: 'environment' } }, undefined, 'card-front'],
    [front, {}, 'card-back', 'card-back'],
    [back, {}, { environment: 'card-back' }, 'card-back'],
    [front, {}, { environment: 'card-back' }, 'face'],
    [{ ...back, scene: 'blank' }, {}, 'face', 'blank'],
  ])('of %j asked with %j and set to %j is %s', (device, constraints, choice, scene) => {
    expect(chooseScene(device, constraints, choice)).toBe(scene);
  });

  it('takes a drawing for every device', () => {
    expect([chooseScene(front, {}, draw), chooseScene(back, {}, draw)]).toEqual([draw, draw]);
  });
});
