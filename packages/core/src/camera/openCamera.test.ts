import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openCamera } from './openCamera.ts';

interface Device {
  readonly deviceId: string;
  readonly label: string;
}

const refuse = (name: string) => new DOMException(name, name);

/** A stream of one track, as much as `openCamera` looks at. */
function createStream(deviceId: string) {
  const track = { stop: vi.fn<() => void>(), getSettings: () => ({ deviceId }), getCapabilities: () => ({}) };
  return { stream: { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream, track };
}

/** Devices whose labels are known from the start (`granted`) or after the first stream, with answers in the test's hand. */
function createDoor(devices: readonly Device[], permission: PermissionState, answer: (video: MediaTrackConstraints) => MediaStream) {
  let state = permission;
  const asked: MediaTrackConstraints[] = [];
  return {
    asked,
    mediaDevices: {
      getUserMedia: async ({ video }: MediaStreamConstraints = {}) => {
        const wish = typeof video === 'object' ? video : {};
        asked.push(wish);
        const stream = answer(wish);
        state = 'granted';
        return stream;
      },
      enumerateDevices: async () =>
        devices.map((device) => {
          const words = { groupId: '', kind: 'videoinput', toJSON: () => ({}) } as const;
          return { ...words, ...(state === 'granted' ? device : { deviceId: '', label: '' }) };
        }),
    },
    permissions: { query: async () => ({ state }) as PermissionStatus },
  };
}

const exactId = ({ deviceId }: MediaTrackConstraints) => (typeof deviceId === 'object' && 'exact' in deviceId ? deviceId.exact : undefined);
const phone: readonly Device[] = [
  { deviceId: 'ultra', label: 'Back Ultra Wide Camera' },
  { deviceId: 'main', label: 'Back Camera' },
  { deviceId: 'front', label: 'Front Camera' },
];

// Node is no secure page; the page's setting is tried in checkCameraSupport.test.ts.
beforeEach(() => vi.stubGlobal('isSecureContext', true));

describe('openCamera', () => {
  it('asks once for a camera that is what was wished for', async () => {
    const { stream, track } = createStream('main');
    const door = createDoor(phone, 'prompt', () => stream);
    expect(await openCamera({ facing: 'environment' }, door)).toBe(stream);
    expect(door.asked).toHaveLength(1);
    expect(track.stop).not.toHaveBeenCalled();
  });

  it('asks for the right lens at once where labels are known', async () => {
    const door = createDoor(phone, 'granted', (wish) => createStream(String(exactId(wish))).stream);
    const stream = await openCamera({ facing: 'environment' }, door);
    expect(door.asked.map(exactId)).toEqual(['main']);
    expect(stream.getVideoTracks()[0]?.getSettings().deviceId).toBe('main');
  });

  it('exchanges a wrong lens after the permission, and stops the first before it opens the second', async () => {
    const first = createStream('ultra');
    const second = createStream('main');
    const door = createDoor(phone, 'prompt', (wish) => {
      if (exactId(wish) === undefined) return first.stream;
      expect(first.track.stop).toHaveBeenCalledTimes(1);
      return second.stream;
    });
    expect(await openCamera({ facing: 'environment' }, door)).toBe(second.stream);
    expect(door.asked.map(exactId)).toEqual([undefined, 'main']);
  });

  it('keeps a wrong lens where asking again could prompt', async () => {
    const { stream } = createStream('ultra');
    const door = createDoor(phone, 'prompt', () => stream);
    const permissions = { query: () => Promise.reject(new TypeError('not known')) };
    expect(await openCamera({ facing: 'environment' }, { ...door, permissions })).toBe(stream);
    expect(door.asked).toHaveLength(1);
  });

  it('takes the person’s choice whatever it is, and does without it when it is gone', async () => {
    const answer = (wish: MediaTrackConstraints) => createStream(String(exactId(wish))).stream;
    const door = createDoor(phone, 'granted', answer);
    await openCamera({ facing: 'environment', deviceId: 'ultra' }, door);
    await openCamera({ facing: 'environment', deviceId: 'unplugged' }, door);
    expect(door.asked.map(exactId)).toEqual(['ultra', 'main']);
  });

  it('goes down the ladder when nothing fits or nothing starts, to any camera', async () => {
    const { stream } = createStream('x');
    const failures = [refuse('OverconstrainedError'), refuse('NotReadableError')];
    const door = createDoor([{ deviceId: 'x', label: 'x' }], 'granted', () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return stream;
    });
    expect(await openCamera({ facing: 'environment' }, door)).toBe(stream);
    expect(door.asked).toEqual([expect.objectContaining({ width: { ideal: 1920 } }), { facingMode: { ideal: 'environment' } }, {}]);
  });

  it.each([
    // Not even any camera at all: there is none.
    ['OverconstrainedError', 'camera/not-found'],
    ['NotReadableError', 'camera/in-use'],
  ])('fails with the last reason at the foot of the ladder: %s', async (name, code) => {
    const door = createDoor([], 'granted', () => {
      throw refuse(name);
    });
    await expect(openCamera({ facing: 'user' }, door)).rejects.toMatchObject({ code });
    expect(door.asked).toHaveLength(3);
  });

  it.each([
    ['NotAllowedError', 'denied', 'camera/denied'],
    ['NotAllowedError', 'prompt', 'camera/dismissed'],
    ['NotAllowedError', 'granted', 'camera/denied-by-system'],
    ['NotFoundError', 'granted', 'camera/not-found'],
    ['NotReadableError', 'prompt', 'camera/in-use'],
  ] as const)('tells %s with the permission %s as %s, and does not ask again', async (name, permission, code) => {
    const door = createDoor([], permission, () => {
      throw refuse(name);
    });
    await expect(openCamera({ facing: 'user' }, door)).rejects.toMatchObject({ name: 'CameraError', code });
    expect(door.asked).toHaveLength(1);
  });

  it('stops a stream that comes after it was given up', async () => {
    const { stream, track } = createStream('main');
    const abort = new AbortController();
    const door = createDoor(phone, 'prompt', () => {
      abort.abort(new Error('gone'));
      return stream;
    });
    await expect(openCamera({ facing: 'environment' }, { ...door, signal: abort.signal })).rejects.toThrow('gone');
    expect(track.stop).toHaveBeenCalledTimes(1);
    expect(door.asked).toHaveLength(1);
  });

  it('does not ask an insecure page', async () => {
    vi.stubGlobal('isSecureContext', false);
    const door = createDoor(phone, 'granted', () => createStream('main').stream);
    await expect(openCamera({ facing: 'user' }, door)).rejects.toMatchObject({ code: 'camera/insecure-context' });
    expect(door.asked).toHaveLength(0);
  });
});
