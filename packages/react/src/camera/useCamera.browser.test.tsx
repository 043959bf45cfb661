import { grabFrame } from '@stepframe/core/capture';
import { type FakeOutcome, infraredScene } from '@stepframe/sandbox/testing';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CameraBench, closeCameraBenches, createCameraBench, installCamera, quick } from '../testing/createCameraBench.tsx';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function liveState({ hook }: CameraBench) {
  const { state } = hook();
  if (state.status !== 'live') throw new Error(`The camera is ${state.status}, not live.`);
  return state;
}

/** Sides of a frame taken now. */
async function grabSides(bench: CameraBench): Promise<readonly number[]> {
  const frame = await grabFrame(liveState(bench).video);
  frame.close();
  return [frame.widthPx, frame.heightPx];
}

function trackOf(bench: CameraBench): MediaStreamTrack {
  const { srcObject } = liveState(bench).video;
  const [track] = srcObject instanceof MediaStream ? srcObject.getVideoTracks() : [];
  if (!track) throw new Error('The video shows no track.');
  return track;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  closeCameraBenches();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(document, 'permissionsPolicy');
});

describe('opening', () => {
  it('asks once under StrictMode', async () => {
    const bench = createCameraBench({}, { isStrict: true });
    await bench.expectPlace('live');
    expect([bench.fake.requests.length, bench.fake.liveTracks()]).toEqual([1, 1]);
  });

  it('is live with the first painted frame, which is not black', async () => {
    const bench = createCameraBench({ scene: 'card-front' });
    await bench.expectPlace('live');
    expect(bench.places).toEqual(['off', 'opening asking', 'opening starting', 'live']);
    const { video, widthPx, heightPx, facing, deviceId } = liveState(bench);
    expect([widthPx, heightPx, facing, deviceId]).toEqual([320, 180, 'environment', 'fake-camera-1']);
    const context = new OffscreenCanvas(32, 18).getContext('2d');
    context?.drawImage(video, 0, 0, 32, 18);
    expect(Math.max(...(context?.getImageData(0, 0, 32, 18).data.filter((_, index) => index % 4 !== 3) ?? []))).toBeGreaterThan(64);
  });

  it('opens nothing until it is wanted, and nothing is live when it no longer is', async () => {
    const bench = createCameraBench({}, { isWanted: false });
    await pause(50);
    expect([bench.hook().state.status, bench.fake.requests.length]).toEqual(['off', 0]);
    bench.rerender({ isWanted: true });
    await bench.expectPlace('live');
    bench.rerender({ isWanted: false });
    await bench.expectPlace('off');
    expect(bench.fake.liveTracks()).toBe(0);
    bench.rerender({ isWanted: true });
    await bench.expectPlace('live');
    expect(bench.fake.liveTracks()).toBe(1);
  });

  it('keeps one stream while its video goes and another one comes', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    const { video } = liveState(bench);
    bench.rerender({ hasVideo: false });
    await bench.expectPlace('opening starting');
    // Longer than a first frame may take: nobody looks, so nothing is late.
    await pause(quick.firstFrameMs + 200);
    expect(bench.fake.liveTracks()).toBe(1);
    bench.rerender({ hasVideo: true });
    await bench.expectPlace('live');
    expect(liveState(bench).video).not.toBe(video);
    expect(bench.fake.requests).toHaveLength(1);
  });

  it('mirrors a camera that faces the person, and no other', async () => {
    const bench = createCameraBench({}, { facing: 'user' });
    expect(bench.hook().port.mirrored).toBe(true);
    await bench.expectPlace('live');
    expect([bench.hook().port.mirrored, liveState(bench).facing]).toEqual([true, 'user']);
    bench.rerender({ facing: 'environment' });
    await vi.waitUntil(() => bench.hook().state.status === 'live' && !bench.hook().port.mirrored);
    expect(bench.fake.liveTracks()).toBe(1);
  });

  it('stops a permission that comes after unmount, and tells nobody', async () => {
    const bench = createCameraBench({ outcome: 'late' });
    await vi.waitUntil(() => bench.fake.requests.length === 1);
    const before = [...bench.places];
    bench.unmount();
    bench.fake.allow();
    await pause(100);
    expect(bench.fake.liveTracks()).toBe(0);
    expect(bench.places).toEqual(before);
  });
});

describe('a camera that does not open', () => {
  it.each<[FakeOutcome, PermissionState, string]>([
    ['denied', 'prompt', 'camera/denied'],
    ['dismissed', 'prompt', 'camera/dismissed'],
    ['denied-by-system', 'prompt', 'camera/denied-by-system'],
    ['denied-by-system', 'granted', 'camera/denied-by-system'],
    ['missing', 'prompt', 'camera/not-found'],
    ['busy', 'granted', 'camera/in-use'],
    ['busy', 'prompt', 'camera/in-use'],
    ['aborted', 'prompt', 'camera/in-use'],
    ['silent', 'prompt', 'camera/timeout'],
    ['late', 'granted', 'camera/timeout'],
  ])('%s with the permission %s is %s, and comes with the next try', async (outcome, permission, code) => {
    const bench = createCameraBench({ outcome, permission });
    await bench.expectPlace(`blocked ${code}`);
    expect(bench.fake.liveTracks()).toBe(0);
    bench.fake.setOutcome('granted');
    act(() => bench.hook().retry());
    await bench.expectPlace('live');
    // What was left waiting is answered at last, and let go.
    bench.fake.allow();
    await pause(30);
    expect(bench.fake.liveTracks()).toBe(1);
  });

  it('asks for less after a camera that gave no picture', async () => {
    const bench = createCameraBench({ outcome: 'silent' });
    await bench.expectPlace('blocked camera/timeout');
    bench.fake.setOutcome('granted');
    act(() => bench.hook().retry());
    await bench.expectPlace('live');
    expect(bench.fake.requests.map(({ video }) => typeof video === 'object' && 'width' in video)).toEqual([true, false]);
  });

  it('is insecure-context on a page that is not secure, and nobody is asked', async () => {
    vi.stubGlobal('isSecureContext', false);
    const bench = createCameraBench();
    await bench.expectPlace('blocked camera/insecure-context');
    expect(bench.fake.requests).toHaveLength(0);
  });

  it('is policy-blocked in a frame that may not, and nobody is asked', async () => {
    Object.defineProperty(document, 'permissionsPolicy', { value: { allowsFeature: () => false }, configurable: true });
    const bench = createCameraBench();
    await bench.expectPlace('blocked camera/policy-blocked');
    expect(bench.fake.requests).toHaveLength(0);
  });

  it('is unsupported where the browser has no cameras', async () => {
    const fake = installCamera();
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true, writable: true });
    const bench = createCameraBench(fake);
    await bench.expectPlace('blocked camera/unsupported');
    expect(bench.hook().devices).toEqual([]);
  });

  it('comes by itself when it is allowed in the browser’s settings', async () => {
    const bench = createCameraBench({ outcome: 'denied' });
    await bench.expectPlace('blocked camera/denied');
    act(() => bench.fake.setPermission('granted'));
    await bench.expectPlace('live');
    expect(bench.fake.requests).toHaveLength(2);
  });

  it('does not ask by itself as long as that would prompt', async () => {
    const bench = createCameraBench({ outcome: 'denied' });
    await bench.expectPlace('blocked camera/denied');
    act(() => bench.fake.setPermission('prompt'));
    act(() => void window.dispatchEvent(new Event('focus')));
    await pause(100);
    expect([bench.fake.requests.length, bench.hook().state.status]).toEqual([1, 'blocked']);
  });

  it('comes by itself when the other program is closed and the page is seen again', async () => {
    const bench = createCameraBench({ outcome: 'busy', permission: 'granted' });
    await bench.expectPlace('blocked camera/in-use');
    bench.fake.setOutcome('granted');
    act(() => void window.dispatchEvent(new Event('focus')));
    await bench.expectPlace('live');
    expect(bench.fake.liveTracks()).toBe(1);
  });

  it('comes by itself when a camera is plugged in', async () => {
    const fake = installCamera({ permission: 'granted', facing: 'environment' });
    fake.unplug();
    const bench = createCameraBench(fake);
    await bench.expectPlace('blocked camera/not-found');
    act(() => fake.plug());
    await bench.expectPlace('live');
    expect([fake.liveTracks(), fake.requests.length]).toEqual([1, 2]);
  });
});

describe('an interruption', () => {
  it('by unplugging is told, and ends with plugging in', async () => {
    const bench = createCameraBench({ facing: 'environment' });
    await bench.expectPlace('live');
    act(() => bench.fake.unplug());
    expect(bench.hook().state).toMatchObject({ status: 'interrupted', cause: 'ended' });
    await bench.expectPlace('blocked camera/interrupted');
    expect(bench.hook().state).toMatchObject({ error: { cause: { code: 'camera/not-found' } } });
    act(() => bench.fake.plug());
    await bench.expectPlace('live');
    expect(bench.fake.liveTracks()).toBe(1);
  });

  it('by unplugging goes on with another camera where there is one', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.unplug('fake-camera-1'));
    await bench.expectPlace('interrupted');
    await bench.expectPlace('live');
    expect(liveState(bench).deviceId).toBe('fake-camera-2');
  });

  it('of a camera that goes without a word is seen in the list of devices', async () => {
    const bench = createCameraBench({ devices: [{ label: 'USB camera' }, { label: 'Built-in camera' }] });
    await bench.expectPlace('live');
    await vi.waitUntil(() => bench.hook().devices.length === 2);
    const left = await bench.fake.enumerateDevices();
    vi.spyOn(bench.fake, 'enumerateDevices').mockResolvedValue(left.slice(1));
    act(() => void bench.fake.dispatchEvent(new Event('devicechange')));
    await bench.expectPlace('interrupted waiting ended');
    expect(bench.hook().devices).toHaveLength(1);
  });

  it('by the system is over with another stream', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.interrupt());
    await bench.expectPlace('interrupted');
    await bench.expectPlace('live');
    expect([bench.fake.requests.length, bench.fake.liveTracks()]).toEqual([2, 1]);
  });

  it('is given up after some tries, with all of it stopped', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    bench.fake.setOutcome('busy');
    act(() => bench.fake.interrupt());
    await bench.expectPlace('blocked camera/interrupted');
    expect(bench.places.filter((place) => place === 'interrupted asking ended')).toHaveLength(4);
    expect(bench.fake.liveTracks()).toBe(0);
    bench.fake.setOutcome('granted');
    act(() => bench.hook().retry());
    await bench.expectPlace('live');
  });

  it('by silence is over when the track speaks again, without a question', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.mute());
    expect(bench.hook().state).toMatchObject({ status: 'interrupted', cause: 'muted', step: 'waiting' });
    act(() => bench.fake.unmute());
    await bench.expectPlace('live');
    expect(bench.fake.requests).toHaveLength(1);
  });

  it('in the background is over with pageshow alone, without a question', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => setVisibility('hidden'));
    act(() => bench.fake.mute());
    await bench.expectPlace('interrupted waiting muted');
    // Longer than a muted track is waited for: in the background nothing is asked.
    await pause(quick.returnMs + 200);
    expect(bench.places.at(-1)).toBe('interrupted waiting muted');
    Reflect.deleteProperty(document, 'visibilityState');
    bench.fake.unmute();
    act(() => void window.dispatchEvent(new Event('pageshow')));
    await bench.expectPlace('live');
    expect(bench.fake.requests).toHaveLength(1);
  });

  it('that ended the track in the background opens anew when the page is seen, and not before', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => setVisibility('hidden'));
    act(() => bench.fake.interrupt());
    await pause(200);
    expect([bench.places.at(-1), bench.fake.requests.length]).toEqual(['interrupted waiting ended', 1]);
    Reflect.deleteProperty(document, 'visibilityState');
    act(() => void window.dispatchEvent(new Event('pageshow')));
    await bench.expectPlace('live');
    expect(bench.fake.requests).toHaveLength(2);
  });

  it('by a video that the browser paused is over with play', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    const { video } = liveState(bench);
    video.pause();
    act(() => void window.dispatchEvent(new Event('pageshow')));
    await vi.waitUntil(() => !video.paused);
    expect(bench.fake.requests).toHaveLength(1);
  });

  it('by a picture that stands still is noticed, and over when it moves', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.freeze());
    await bench.expectPlace('interrupted waiting frozen');
    act(() => bench.fake.thaw());
    await bench.expectPlace('live');
    expect(bench.fake.requests).toHaveLength(1);
  });

  it('by a picture that never moves again opens anew, and ends', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.freeze());
    await bench.expectPlace('blocked camera/interrupted');
    expect(bench.places).toContain('interrupted asking frozen');
    expect([bench.fake.liveTracks(), bench.fake.requests.length]).toEqual([0, 5]);
  });

  it('is not seen in a preview that the page itself holds still', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    liveState(bench).video.pause();
    await pause(quick.frozenMs * 3);
    expect(bench.hook().state.status).toBe('live');
  });

  it('by a permission taken back is a refusal', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.setPermission('denied'));
    await bench.expectPlace('blocked camera/denied');
    act(() => bench.fake.setPermission('granted'));
    await bench.expectPlace('live');
    expect(bench.fake.liveTracks()).toBe(1);
  });
});

describe('the size', () => {
  it('follows a turn in mid-preview, whatever the settings go on to claim', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    act(() => bench.fake.rotate({ staleSettings: true }));
    await vi.waitUntil(() => liveState(bench).widthPx === 180);
    expect(liveState(bench).heightPx).toBe(320);
    expect(trackOf(bench).getSettings()).toMatchObject({ width: 320, height: 180 });
    expect(await grabSides(bench)).toEqual([180, 320]);
    act(() => bench.fake.rotate());
    await vi.waitUntil(() => liveState(bench).widthPx === 320);
    expect(await grabSides(bench)).toEqual([320, 180]);
    expect(bench.fake.requests).toHaveLength(1);
  });

  it('is that of a track that stands upright', async () => {
    const bench = createCameraBench({ portrait: true });
    await bench.expectPlace('live');
    expect(liveState(bench)).toMatchObject({ widthPx: 180, heightPx: 320 });
    expect(await grabSides(bench)).toEqual([180, 320]);
  });

  it('is that of a 4:3 sensor, not the one asked for', async () => {
    const sizes = [{ widthPx: 640, heightPx: 480 }];
    const bench = createCameraBench({ devices: [{ label: 'Webcam', widthPx: 640, heightPx: 480, sizes }] });
    await bench.expectPlace('live');
    expect(liveState(bench)).toMatchObject({ widthPx: 640, heightPx: 480 });
    expect(await grabSides(bench)).toEqual([640, 480]);
  });
});

describe('the choice', () => {
  it('goes to the next camera and back, with one live track', async () => {
    const bench = createCameraBench();
    await bench.expectPlace('live');
    await vi.waitUntil(() => bench.hook().switchCamera !== null);
    for (const deviceId of ['fake-camera-2', 'fake-camera-1']) {
      act(() => bench.hook().switchCamera?.());
      await vi.waitUntil(() => {
        const { state } = bench.hook();
        return state.status === 'live' && state.deviceId === deviceId;
      });
      expect(bench.fake.liveTracks()).toBe(1);
    }
  });

  it('is not there with one camera', async () => {
    const bench = createCameraBench({ facing: 'environment' });
    await bench.expectPlace('live');
    await vi.waitUntil(() => bench.hook().devices.some(({ label }) => label !== ''));
    expect(bench.hook().switchCamera).toBeNull();
  });

  it('is a way on where the first camera is in use', async () => {
    const devices = [
      { label: 'Back camera', facing: 'environment', outcome: 'busy' },
      { label: 'Front camera', facing: 'user' },
    ] as const;
    const bench = createCameraBench({ devices, permission: 'granted' });
    await bench.expectPlace('blocked camera/in-use');
    await vi.waitUntil(() => bench.hook().switchCamera !== null);
    act(() => bench.hook().switchCamera?.());
    await bench.expectPlace('live');
    expect(liveState(bench)).toMatchObject({ deviceId: 'fake-camera-2', facing: 'user' });
  });

  it('avoids the infrared camera, which the browser offers first', async () => {
    const devices = [{ label: 'Integrated IR Camera', scene: infraredScene }, { label: 'Integrated Camera' }];
    const bench = createCameraBench({ devices }, { facing: 'user' });
    await bench.expectPlace('live');
    expect(liveState(bench).deviceId).toBe('fake-camera-2');
    expect([bench.fake.liveTracks(), bench.fake.requests.length]).toEqual([1, 2]);
  });

  it('asks once where the infrared camera is known before', async () => {
    const devices = [{ label: 'Integrated IR Camera', scene: infraredScene }, { label: 'Integrated Camera' }];
    const bench = createCameraBench({ devices, permission: 'granted' }, { facing: 'user' });
    await bench.expectPlace('live');
    expect([liveState(bench).deviceId, bench.fake.requests.length]).toEqual(['fake-camera-2', 1]);
  });

  it('of the person wins over all, is remembered, and can be taken back', async () => {
    const devices = [{ label: 'Back Camera' }, { label: 'Back Ultra Wide Camera' }];
    const fake = installCamera({ devices });
    const options = { storage: sessionStorage };
    const first = createCameraBench(fake, options);
    await first.expectPlace('live');
    act(() => first.hook().chooseDevice('fake-camera-2'));
    await vi.waitUntil(() => first.hook().state.status === 'live' && liveState(first).deviceId === 'fake-camera-2');
    first.unmount();

    const second = createCameraBench(fake, options);
    await second.expectPlace('live');
    expect(liveState(second).deviceId).toBe('fake-camera-2');
    act(() => second.hook().chooseDevice(null));
    await vi.waitUntil(() => second.hook().state.status === 'live' && liveState(second).deviceId === 'fake-camera-1');
    expect(sessionStorage).toHaveLength(0);
  });

  it('is not remembered where that is switched off', async () => {
    const fake = installCamera();
    const first = createCameraBench(fake, { storage: null });
    await first.expectPlace('live');
    act(() => first.hook().chooseDevice('fake-camera-2'));
    await first.expectPlace('live');
    first.unmount();
    expect(sessionStorage).toHaveLength(0);
    const second = createCameraBench(fake, { storage: null });
    await second.expectPlace('live');
    expect(liveState(second).deviceId).toBe('fake-camera-1');
  });
});

describe('light and zoom', () => {
  it('are there where the track has them, and begin without distortion', async () => {
    const device = { label: 'Back', facing: 'environment', torch: true, zoom: { min: 0.5, max: 4 } } as const;
    const bench = createCameraBench({ devices: [device] });
    await bench.expectPlace('live');
    expect(bench.hook().zoom).toMatchObject({ value: 1, min: 0.5, max: 4 });
    await act(async () => bench.hook().zoom?.set(2));
    await act(async () => bench.hook().torch?.set(true));
    expect([bench.hook().zoom?.value, bench.hook().torch?.isOn]).toEqual([2, true]);
    expect(trackOf(bench).getSettings()).toMatchObject({ zoom: 2, torch: true });
    bench.rerender({ isWanted: false });
    await bench.expectPlace('off');
    expect([bench.hook().zoom, bench.hook().torch]).toEqual([null, null]);
  });

  it('are not there where it has none', async () => {
    const bench = createCameraBench({ facing: 'user' }, { facing: 'user' });
    await bench.expectPlace('live');
    expect([bench.hook().zoom, bench.hook().torch]).toEqual([null, null]);
  });
});

describe('the end', () => {
  it('leaves nothing after fifty mounts: no live track, no listener, no timer', async () => {
    const watched = new Set([
      'visibilitychange',
      'pageshow',
      'focus',
      'orientationchange',
      'change',
      'devicechange',
      'ended',
      'mute',
      'unmute',
    ]);
    const listening = new Set<string>();
    const ids = new WeakMap<object, number>();
    let nextId = 0;
    const toKey = (target: object, name: string, listener: object) => {
      for (const part of [target, listener]) if (!ids.has(part)) ids.set(part, (nextId += 1));
      return `${ids.get(target)} ${name} ${ids.get(listener)}`;
    };
    // React listens to elements as it likes; cameras, tracks, permissions, the window and the document are ours.
    const isOurs = (target: unknown, name: string) => watched.has(name) && !(target instanceof Element);
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const add = vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function listen(
      this: EventTarget,
      name,
      listener,
      options,
    ) {
      if (listener && isOurs(this, name)) listening.add(toKey(this ?? window, name, listener));
      addEventListener.call(this ?? window, name, listener, options);
    });
    const remove = vi.spyOn(EventTarget.prototype, 'removeEventListener').mockImplementation(function stop(
      this: EventTarget,
      name,
      listener,
      options,
    ) {
      if (listener) listening.delete(toKey(this ?? window, name, listener));
      removeEventListener.call(this ?? window, name, listener, options);
    });
    const timers = new Set<unknown>();
    const { setInterval, clearInterval } = globalThis;
    vi.stubGlobal('setInterval', (call: () => void, ms: number) => {
      const id = setInterval(call, ms);
      timers.add(id);
      return id;
    });
    vi.stubGlobal('clearInterval', (id: number) => {
      timers.delete(id);
      clearInterval(id);
    });
    try {
      const fake = installCamera();
      const own = listening.size;
      let most = 0;
      for (let round = 0; round < 50; round += 1) {
        const bench = createCameraBench(fake, { isStrict: round % 2 === 0 });
        // Some go while they ask, some while they start, some while live.
        if (round % 3 === 1) await pause(5);
        if (round % 3 === 2) await bench.expectPlace('live');
        most = Math.max(most, listening.size - own);
        bench.unmount();
      }
      await pause(100);
      expect(most).toBeGreaterThan(5);
      expect([fake.liveTracks(), listening.size - own, timers.size]).toEqual([0, 0, 0]);
    } finally {
      add.mockRestore();
      remove.mockRestore();
    }
  });
});
