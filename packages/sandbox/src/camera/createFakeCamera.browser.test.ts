import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawScene } from '../specimen/drawScene.ts';
import { createFakeCamera, type FakeCameraOptions } from './createFakeCamera.ts';
import type { FakeCamera, FakeOutcome, SceneDrawing, SceneFrame } from './FakeCamera.ts';
import { specimenScene } from './specimenScene.ts';

const made: FakeCamera[] = [];
const create = (options?: FakeCameraOptions): FakeCamera => {
  const camera = createFakeCamera(options);
  made.push(camera);
  return camera;
};
const small = { widthPx: 320, heightPx: 180 } as const;

afterEach(() => {
  for (const camera of made.splice(0)) camera.dispose();
});

const flat =
  (color: string): SceneDrawing =>
  (context, { widthPx, heightPx }) => {
    context.fillStyle = color;
    context.fillRect(0, 0, widthPx, heightPx);
  };

/** The first track of a stream that has one. */
function trackOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('The stream has no video track.');
  return track;
}

async function play(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const playing = new Promise((resolve) => video.addEventListener('playing', resolve, { once: true }));
  video.srcObject = stream;
  await video.play();
  await playing;
  return video;
}

const nextFrame = (video: HTMLVideoElement) => new Promise((resolve) => video.requestVideoFrameCallback(resolve));

function pixelsOf(video: HTMLVideoElement): ImageData {
  const context = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d');
  if (!context) throw new Error('No 2D context.');
  context.drawImage(video, 0, 0);
  return context.getImageData(0, 0, video.videoWidth, video.videoHeight);
}

function middleOf(video: HTMLVideoElement): readonly number[] {
  const { data, width, height } = pixelsOf(video);
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
  return Array.from(data.subarray(at, at + 3));
}

const near = (seen: number | undefined, wanted: number) => seen !== undefined && Math.abs(seen - wanted) <= 12;

/** Waits for frames until the middle is of a colour; the test's own time limit ends a wait in vain. */
async function untilMiddle(video: HTMLVideoElement, [red, green, blue]: readonly [number, number, number]): Promise<void> {
  for (;;) {
    const [r, g, b] = middleOf(video);
    if (near(r, red) && near(g, green) && near(b, blue)) return;
    await nextFrame(video);
  }
}

async function untilSize(video: HTMLVideoElement, width: number, height: number): Promise<void> {
  while (video.videoWidth !== width || video.videoHeight !== height) await nextFrame(video);
}

const meanOf = ({ data }: ImageData) => data.reduce((sum, value) => sum + value, 0) / data.length;

/** Mean difference of two pictures per channel, 0 to 255. */
function difference(one: ImageData, other: ImageData): number {
  let sum = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    for (let channel = 0; channel < 3; channel += 1) sum += Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0));
  }
  return sum / ((one.data.length / 4) * 3);
}

function countTimers() {
  const running = new Set<number>();
  return {
    running,
    timers: {
      setInterval: (call: () => void, everyMs: number) => {
        const id = window.setInterval(call, everyMs);
        running.add(id);
        return id;
      },
      clearInterval: (id: number) => {
        running.delete(id);
        window.clearInterval(id);
      },
    },
  };
}

describe('the picture', () => {
  it.each(['card-front', 'card-back', 'face', 'blank'] as const)('delivers the scene %s to a video', async (scene) => {
    const camera = create({ widthPx: 640, heightPx: 360, scene });
    const video = await play(await camera.getUserMedia({ video: true }));
    await nextFrame(video);
    expect([video.videoWidth, video.videoHeight]).toEqual([640, 360]);

    const drawn = new OffscreenCanvas(640, 360).getContext('2d');
    if (!drawn) throw new Error('No 2D context.');
    drawScene(drawn, { scene, widthPx: 640, heightPx: 360 });
    expect(difference(pixelsOf(video), drawn.getImageData(0, 0, 640, 360))).toBeLessThan(6);
  });

  it('has a first playing frame that is not black', async () => {
    const video = await play(await create({ ...small, scene: flat('#20c040') }).getUserMedia({ video: true }));
    await nextFrame(video);
    expect(middleOf(video)[1]).toBeGreaterThan(150);
  });

  it('delivers 1920 × 1080 unless told otherwise', async () => {
    const video = await play(await create().getUserMedia({ video: true }));
    expect([video.videoWidth, video.videoHeight]).toEqual([1920, 1080]);
  });

  it('shows the face to the user and the card to the environment', async () => {
    const seen: (string | undefined)[] = [];
    const look =
      (name: string): SceneDrawing =>
      (_context, { facing }) =>
        seen.push(`${name} ${facing}`);
    const camera = create({ ...small, scene: { user: look('a'), environment: look('b') } });
    await camera.getUserMedia({ video: { facingMode: 'user' } });
    await camera.getUserMedia({ video: { facingMode: 'environment' } });
    expect(seen).toEqual(['a user', 'b environment']);
  });

  it('changes under a running video when the scene is set', async () => {
    const camera = create({ ...small, scene: flat('#c02020') });
    const video = await play(await camera.getUserMedia({ video: true }));
    await untilMiddle(video, [192, 32, 32]);
    camera.setScene(flat('#2020c0'));
    await untilMiddle(video, [32, 32, 192]);
    expect(camera.liveTracks()).toBe(1);
  });

  it('goes on drawing, each frame with its number and time', async () => {
    const frames: SceneFrame[] = [];
    let time = 1000;
    const camera = create({ ...small, now: () => (time += 5), scene: (_context, frame) => frames.push(frame) });
    await camera.getUserMedia({ video: true });
    await vi.waitUntil(() => frames.length >= 3);
    expect(frames.slice(0, 3).map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(frames[1]?.timeMs).toBeGreaterThan(frames[0]?.timeMs ?? Infinity);
    expect(frames[0]).toMatchObject({ ...small, torch: false, facing: 'environment' });
  });

  it('shows a flawed scene darker than a good one', async () => {
    const good = await play(await create({ ...small, scene: 'card-front' }).getUserMedia({ video: true }));
    const dark = await play(await create({ ...small, scene: specimenScene('card-front', { flaw: 'dark' }) }).getUserMedia({ video: true }));
    await Promise.all([nextFrame(good), nextFrame(dark)]);
    expect(meanOf(pixelsOf(dark))).toBeLessThan(meanOf(pixelsOf(good)) * 0.6);
  });

  it('never comes from a silent camera, whose track is live all the same', async () => {
    const silent = await create({ ...small, outcome: 'silent' }).getUserMedia({ video: true });
    const video = document.createElement('video');
    const playing = vi.fn<() => void>();
    video.addEventListener('playing', playing);
    video.muted = true;
    video.srcObject = silent;
    void video.play().catch(() => undefined);

    // A camera beside it delivers ten frames in the meantime.
    const other = await play(await create({ ...small, scene: flat('#c02020') }).getUserMedia({ video: true }));
    for (let frame = 0; frame < 10; frame += 1) await nextFrame(other);
    expect(playing).not.toHaveBeenCalled();
    expect(trackOf(silent).readyState).toBe('live');
  });
});

describe('the outcome', () => {
  it.each<[FakeOutcome, string]>([
    ['denied', 'NotAllowedError'],
    ['dismissed', 'NotAllowedError'],
    ['denied-by-system', 'NotAllowedError'],
    ['missing', 'NotFoundError'],
    ['busy', 'NotReadableError'],
    ['aborted', 'AbortError'],
  ])('%s refuses with %s and granted after it gives a stream', async (outcome, name) => {
    const camera = create({ ...small, outcome });
    const refusal: unknown = await camera.getUserMedia({ video: true }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DOMException);
    expect(refusal).toMatchObject({ name });
    expect(camera.liveTracks()).toBe(0);
    camera.setOutcome('granted');
    await camera.getUserMedia({ video: true });
    expect(camera.liveTracks()).toBe(1);
  });

  it('late waits until it is allowed', async () => {
    const camera = create({ ...small, outcome: 'late' });
    const settled = vi.fn<() => void>();
    const pending = camera.getUserMedia({ video: true }).finally(settled);
    await camera.enumerateDevices();
    expect(settled).not.toHaveBeenCalled();
    expect(camera.liveTracks()).toBe(0);
    camera.allow();
    expect(trackOf(await pending).readyState).toBe('live');
  });

  it('late fails when it is denied, when the device is gone, and when the camera is disposed of', async () => {
    const denied = create({ ...small, outcome: 'late' });
    const first = denied.getUserMedia({ video: true });
    denied.deny();
    await expect(first).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(denied.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'NotAllowedError' });

    const gone = create({ ...small, outcome: 'late' });
    const second = gone.getUserMedia({ video: true });
    gone.unplug();
    gone.allow();
    await expect(second).rejects.toMatchObject({ name: 'NotFoundError' });

    const disposed = create({ ...small, outcome: 'late' });
    const third = disposed.getUserMedia({ video: true });
    disposed.dispose();
    await expect(third).rejects.toMatchObject({ name: 'AbortError' });
    await expect(disposed.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'InvalidStateError' });
  });

  it('can be of one device only', async () => {
    const camera = create({
      ...small,
      devices: [
        { label: 'Back', facing: 'environment', outcome: 'busy' },
        { label: 'Front', facing: 'user' },
      ],
    });
    await expect(camera.getUserMedia({ video: { facingMode: 'environment' } })).rejects.toMatchObject({ name: 'NotReadableError' });
    expect(trackOf(await camera.getUserMedia({ video: { facingMode: 'user' } })).label).toBe('Front');
  });

  it('gives the browser’s own OverconstrainedError with the constraint’s name', async () => {
    const camera = create({ ...small, facing: 'user' });
    const refusal: unknown = await camera
      .getUserMedia({ video: { facingMode: { exact: 'environment' } } })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OverconstrainedError);
    expect(refusal).toMatchObject({ name: 'OverconstrainedError', constraint: 'facingMode' });
  });
});

describe('the track', () => {
  it('states the size, the facing mode and the device', async () => {
    const camera = create({ widthPx: 640, heightPx: 360 });
    const track = trackOf(await camera.getUserMedia({ video: { facingMode: 'user', width: { ideal: 320 } } }));
    expect(track.label).toBe('Fake front camera');
    expect(track.getSettings()).toMatchObject({ width: 320, height: 180, facingMode: 'user', deviceId: 'fake-camera-2', frameRate: 15 });
    expect(track.getSettings()).not.toHaveProperty('torch');
    expect(track.getCapabilities()).toMatchObject({ width: { max: 640 }, facingMode: ['user'] });
    expect(track.getConstraints()).toEqual({ facingMode: 'user', width: { ideal: 320 } });
  });

  it('takes new constraints while it runs', async () => {
    const camera = create({ widthPx: 640, heightPx: 360, scene: flat('#c02020') });
    const stream = await camera.getUserMedia({ video: true });
    const video = await play(stream);
    await trackOf(stream).applyConstraints({ width: 320 });
    await untilSize(video, 320, 180);
    await expect(trackOf(stream).applyConstraints({ width: { exact: 9999 } })).rejects.toMatchObject({ constraint: 'width' });
    expect(trackOf(stream).getSettings().width).toBe(320);
  });

  it('switches its light where there is one', async () => {
    const lights: boolean[] = [];
    const camera = create({ ...small, scene: (_context, { torch }) => lights.push(torch) });
    const back = trackOf(await camera.getUserMedia({ video: { facingMode: 'environment' } }));
    const light: MediaTrackConstraints = { advanced: [{ torch: true } as MediaTrackConstraintSet] };
    await back.applyConstraints(light);
    expect(back.getSettings()).toMatchObject({ torch: true });
    expect(lights.at(-1)).toBe(true);
    const front = trackOf(await camera.getUserMedia({ video: { facingMode: 'user' } }));
    await front.applyConstraints(light);
    expect(front.getSettings()).not.toHaveProperty('torch');
  });
});

describe('the lens', () => {
  it('zooms and focuses as far as the device can, and keeps its size meanwhile', async () => {
    const device = { label: 'Back', facing: 'environment', zoom: { min: 0.5, max: 4 }, focusModes: ['manual', 'continuous'] } as const;
    const camera = create({ ...small, devices: [device] });
    const track = trackOf(await camera.getUserMedia({ video: { width: 160 } }));
    expect(track.getCapabilities()).toMatchObject({ zoom: { min: 0.5, max: 4, step: 0.1 }, focusMode: ['manual', 'continuous'] });
    expect(track.getSettings()).toMatchObject({ zoom: 0.5, focusMode: 'manual' });
    await track.applyConstraints({ advanced: [{ zoom: 2, focusMode: 'continuous' } as MediaTrackConstraintSet] });
    expect(track.getSettings()).toMatchObject({ zoom: 2, focusMode: 'continuous', width: 160 });
    await track.applyConstraints({ advanced: [{ zoom: 9, focusMode: 'none' } as MediaTrackConstraintSet] });
    expect(track.getSettings()).toMatchObject({ zoom: 2, focusMode: 'continuous' });
  });

  it('is told of in the list of devices only with permission, and there without light and zoom', async () => {
    const camera = create({ ...small, devices: [{ label: 'Back', facing: 'environment', torch: true, zoom: { min: 1, max: 4 } }] });
    const read = async () => (await camera.enumerateDevices()).map((device) => (device as InputDeviceInfo).getCapabilities());
    expect(await read()).toEqual([{}]);
    await camera.getUserMedia({ video: true });
    expect(await read()).toEqual([expect.objectContaining({ facingMode: ['environment'], width: { min: 1, max: 320 } })]);
    expect((await read())[0]).not.toHaveProperty('torch');
  });
});

describe('the controls', () => {
  it('freeze stops the picture and tells nobody, thaw goes on', async () => {
    const camera = create({ ...small, scene: flat('#c02020') });
    const stream = await camera.getUserMedia({ video: true });
    const video = await play(stream);
    await untilMiddle(video, [192, 32, 32]);
    const told = vi.fn<() => void>();
    for (const name of ['mute', 'ended']) trackOf(stream).addEventListener(name, told);
    camera.freeze();
    const drawn = vi.fn<SceneDrawing>(flat('#2020c0'));
    camera.setScene(drawn);
    const beside = await play(await create({ ...small, scene: flat('#20c020') }).getUserMedia({ video: true }));
    for (let frame = 0; frame < 5; frame += 1) await nextFrame(beside);
    expect([drawn.mock.calls.length, told.mock.calls.length, trackOf(stream).readyState, trackOf(stream).muted]).toEqual([
      0,
      0,
      'live',
      false,
    ]);
    camera.thaw();
    await untilMiddle(video, [32, 32, 192]);
  });

  it('unplug ends the tracks, tells of the change and takes the device from the list', async () => {
    const camera = create(small);
    const track = trackOf(await camera.getUserMedia({ video: true }));
    const told: string[] = [];
    track.addEventListener('ended', () => told.push(`ended ${track.readyState}`));
    Object.assign(camera, { ondevicechange: () => told.push('ondevicechange') });
    camera.addEventListener('devicechange', () => told.push('devicechange'));
    camera.unplug('fake-camera-1');
    expect(told).toEqual(['ended ended', 'ondevicechange', 'devicechange']);
    expect((await camera.enumerateDevices()).map(({ deviceId }) => deviceId)).toEqual(['fake-camera-2']);
    camera.unplug();
    await expect(camera.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'NotFoundError' });
    camera.plug();
    expect(await camera.enumerateDevices()).toHaveLength(2);
  });

  it('unplug leaves the streams of other devices alone', async () => {
    const camera = create(small);
    const front = trackOf(await camera.getUserMedia({ video: { facingMode: 'user' } }));
    camera.unplug('fake-camera-1');
    expect(front.readyState).toBe('live');
  });

  it('interrupt ends the tracks and leaves the devices', async () => {
    const camera = create(small);
    const track = trackOf(await camera.getUserMedia({ video: true }));
    const ended = vi.fn<() => void>();
    const changed = vi.fn<() => void>();
    track.addEventListener('ended', ended);
    camera.addEventListener('devicechange', changed);
    camera.interrupt();
    expect([ended.mock.calls.length, changed.mock.calls.length, camera.liveTracks()]).toEqual([1, 0, 0]);
    await camera.getUserMedia({ video: true });
    expect(camera.liveTracks()).toBe(1);
  });

  it('mute stops the picture and unmute brings it back', async () => {
    const camera = create({ ...small, scene: flat('#c02020') });
    const stream = await camera.getUserMedia({ video: true });
    const track = trackOf(stream);
    const told: string[] = [];
    for (const name of ['mute', 'unmute']) track.addEventListener(name, () => told.push(`${name} ${track.muted}`));
    const video = await play(stream);
    await untilMiddle(video, [192, 32, 32]);

    camera.mute();
    camera.mute();
    const drawn = vi.fn<SceneDrawing>(flat('#2020c0'));
    camera.setScene(drawn);
    const other = create({ ...small, scene: flat('#20c020') });
    const beside = await play(await other.getUserMedia({ video: true }));
    for (let frame = 0; frame < 5; frame += 1) await nextFrame(beside);
    expect(drawn).not.toHaveBeenCalled();
    expect(middleOf(video)[0]).toBeGreaterThan(150);

    camera.unmute();
    await untilMiddle(video, [32, 32, 192]);
    expect(told).toEqual(['mute true', 'unmute false']);
  });

  it('rotate turns a running video to portrait and back', async () => {
    const camera = create({ ...small, scene: flat('#c02020') });
    const stream = await camera.getUserMedia({ video: true });
    const video = await play(stream);
    camera.rotate();
    await untilSize(video, 180, 320);
    expect(trackOf(stream).getSettings()).toMatchObject({ width: 180, height: 320 });
    await untilMiddle(video, [192, 32, 32]);
    camera.rotate();
    await untilSize(video, 320, 180);
    expect(trackOf(stream).getSettings()).toMatchObject({ width: 320, height: 180 });
  });

  it('rotate can leave the settings as they were before the turn', async () => {
    const camera = create({ ...small, scene: flat('#c02020') });
    const stream = await camera.getUserMedia({ video: true });
    camera.rotate({ staleSettings: true });
    const video = await play(stream);
    expect([video.videoWidth, video.videoHeight]).toEqual([180, 320]);
    expect(trackOf(stream).getSettings()).toMatchObject({ width: 320, height: 180 });
  });

  it('starts upright when told so, and in new streams after a turn', async () => {
    const upright = create({ ...small, portrait: true });
    expect(trackOf(await upright.getUserMedia({ video: true })).getSettings()).toMatchObject({ width: 180, height: 320 });
    upright.rotate();
    expect(trackOf(await upright.getUserMedia({ video: true })).getSettings()).toMatchObject({ width: 320, height: 180 });
  });

  it('setPermission denied ends what is live; granted lets ask again', async () => {
    const camera = create(small);
    const track = trackOf(await camera.getUserMedia({ video: true }));
    const status = await camera.permissions.query({ name: 'camera' });
    const states: string[] = [];
    status.addEventListener('change', () => states.push(status.state));
    camera.setPermission('denied');
    expect(track.readyState).toBe('ended');
    await expect(camera.getUserMedia({ video: true })).rejects.toMatchObject({ name: 'NotAllowedError' });
    camera.setPermission('granted');
    await camera.getUserMedia({ video: true });
    expect(states).toEqual(['denied', 'granted']);
  });
});

describe('the ending', () => {
  it('leaves no live track and no timer after stop, and fires no ended for it', async () => {
    const { running, timers } = countTimers();
    const camera = create({ ...small, timers });
    const stream = await camera.getUserMedia({ video: true });
    const ended = vi.fn<() => void>();
    trackOf(stream).addEventListener('ended', ended);
    expect([camera.liveTracks(), running.size]).toEqual([1, 1]);
    for (const track of stream.getTracks()) track.stop();
    expect([camera.liveTracks(), running.size, ended.mock.calls.length]).toEqual([0, 0, 0]);
  });

  it('counts clones of a track and of a stream, and ends them with the device', async () => {
    const { running, timers } = countTimers();
    const camera = create({ ...small, timers });
    const stream = await camera.getUserMedia({ video: true });
    const clone = trackOf(stream).clone();
    const streamClone = stream.clone();
    expect(camera.liveTracks()).toBe(3);
    expect(clone.getSettings().deviceId).toBe('fake-camera-1');
    trackOf(stream).stop();
    expect([camera.liveTracks(), running.size]).toEqual([2, 1]);
    camera.unplug();
    expect([clone.readyState, trackOf(streamClone).readyState, running.size]).toEqual(['ended', 'ended', 0]);
  });

  it('dispose ends every stream and its timer', async () => {
    const { running, timers } = countTimers();
    const camera = create({ ...small, timers });
    const tracks = [trackOf(await camera.getUserMedia({ video: true })), trackOf(await camera.getUserMedia({ video: true }))];
    expect(running.size).toBe(2);
    camera.dispose();
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    expect([camera.liveTracks(), running.size]).toEqual([0, 0]);
  });
});
