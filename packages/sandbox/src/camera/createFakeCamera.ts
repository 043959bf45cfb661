import { chooseDevice, type ReadyDevice } from './chooseDevice.ts';
import { chooseScene } from './chooseScene.ts';
import { createFakePermissions } from './createFakePermissions.ts';
import { createFeed, type Feed, type FeedTimers } from './createFeed.ts';
import { createPrompts } from './createPrompts.ts';
import type { FakeCamera, FakeDevice, FakeOutcome, FakeScene, SceneChoice, SceneDrawing } from './FakeCamera.ts';
import { readVideoWish } from './readVideoWish.ts';
import { specimenScene } from './specimenScene.ts';
import { toDeviceInfo } from './toDeviceInfo.ts';
import { toRefusal } from './toRefusal.ts';

export interface FakeCameraOptions {
  /** What it sees. By default the face in a camera that faces the user, the card's front in others. */
  readonly scene?: SceneChoice;
  /** Width of the frames in landscape, and the most that can be asked for. 1920 by default. */
  readonly widthPx?: number;
  /** Height of the frames in landscape, and the most that can be asked for. 1080 by default. */
  readonly heightPx?: number;
  /** Frames a second. 15 by default. */
  readonly fps?: number;
  /** Which cameras there are, when `devices` does not say: one facing this way. Both by default, as on a phone. */
  readonly facing?: 'user' | 'environment';
  readonly devices?: readonly FakeDevice[];
  /** What comes of asking. `granted` by default. */
  readonly outcome?: FakeOutcome;
  /** What the browser remembers at the start. With `granted` the devices have labels at once. `prompt` by default. */
  readonly permission?: PermissionState;
  /** Whether the phone is held upright at the start. `false` by default. */
  readonly portrait?: boolean;
  /** Answers for permissions other than the camera's; the browser's own by default. */
  readonly permissions?: Pick<Permissions, 'query'>;
  /** Canvases to capture; `document.createElement('canvas')` by default. */
  readonly createCanvas?: () => HTMLCanvasElement;
  /** Timers to draw by. Those of the moment of the call by default: pass your own under fake timers. */
  readonly timers?: FeedTimers;
  /** Milliseconds that never run backwards; `performance.now` by default. */
  readonly now?: () => number;
}

const phone: readonly FakeDevice[] = [
  { label: 'Fake back camera', facing: 'environment', torch: true },
  { label: 'Fake front camera', facing: 'user' },
];

const supported: MediaTrackSupportedConstraints = {
  aspectRatio: true,
  deviceId: true,
  facingMode: true,
  frameRate: true,
  groupId: true,
  height: true,
  width: true,
};

function toReady(device: FakeDevice, place: number, widthPx: number, heightPx: number): ReadyDevice {
  return { deviceId: `fake-camera-${place + 1}`, groupId: `fake-group-${place + 1}`, widthPx, heightPx, ...device };
}

function pageTimers(): FeedTimers {
  const { setInterval, clearInterval } = globalThis;
  return { setInterval: (call, everyMs) => Number(setInterval(call, everyMs)), clearInterval: (id) => clearInterval(id) };
}

/**
 * Makes a camera out of a canvas, for tests and stories: no device, no permission and no network. Everything that
 * can happen to a camera happens when the test says so. Hand it to code that takes `mediaDevices`, or put it in front
 * of the browser's with `installFakeCamera`.
 *
 * It can be made anywhere; only a stream needs a real browser, since jsdom captures no canvas.
 */
export function createFakeCamera(options: FakeCameraOptions = {}): FakeCamera {
  const { widthPx = 1920, heightPx = 1080, fps = 15, timers = pageTimers(), facing } = options;
  const { createCanvas = () => document.createElement('canvas'), now = () => performance.now() } = options;
  const given = options.devices ?? phone.filter((device) => facing === undefined || device.facing === facing);
  const devices = given.map((device, place) => toReady(device, place, widthPx, heightPx));

  const permission = createFakePermissions(options.permission ?? 'prompt', options.permissions ?? globalThis.navigator?.permissions);
  const prompts = createPrompts();
  const target = new EventTarget();
  const requests: MediaStreamConstraints[] = [];
  const drawings = new Map<FakeScene, SceneDrawing>();
  const away = new Set<string>();
  let feeds: Feed[] = [];
  let outcome: FakeOutcome = options.permission === 'denied' ? 'denied' : (options.outcome ?? 'granted');
  let choice = options.scene;
  let portrait = options.portrait ?? false;
  let muted = false;
  let frozen = false;
  let disposed = false;

  const pick = (wish: MediaTrackConstraints) =>
    chooseDevice(
      devices.filter((device) => !away.has(device.deviceId)),
      wish,
    );

  function toDrawing(scene: FakeScene): SceneDrawing {
    if (typeof scene === 'function') return scene;
    const drawing = drawings.get(scene) ?? specimenScene(scene);
    drawings.set(scene, drawing);
    return drawing;
  }

  function start(device: ReadyDevice, constraints: MediaTrackConstraints, silent: boolean): MediaStream {
    const scene = () => toDrawing(chooseScene(device, constraints, choice));
    const feed = createFeed({ device, constraints, fps, silent, portrait, muted, frozen, scene, createCanvas, timers, now });
    feeds = [...feeds.filter((other) => other.liveTracks() > 0), feed];
    permission.set('granted');
    return feed.stream;
  }

  function endWhere(ends: (feed: Feed) => boolean): void {
    for (const feed of feeds.filter(ends)) feed.end();
  }

  function setAway(deviceId: string | undefined, gone: boolean): void {
    for (const device of devices) {
      if (deviceId !== undefined && device.deviceId !== deviceId) continue;
      if (gone) away.add(device.deviceId);
      else away.delete(device.deviceId);
    }
    endWhere((feed) => away.has(feed.deviceId));
    camera.dispatchEvent(new Event('devicechange'));
  }

  function setMuted(next: boolean): void {
    muted = next;
    for (const feed of feeds) feed.setMuted(next);
  }

  function setFrozen(next: boolean): void {
    frozen = next;
    for (const feed of feeds) feed.setFrozen(next);
  }

  const camera: FakeCamera = {
    ondevicechange: null,
    permissions: permission.door,
    requests,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    getSupportedConstraints: () => ({
      ...supported,
      ...(devices.some((device) => device.torch) && { torch: true }),
      ...(devices.some((device) => device.zoom) && { zoom: true }),
    }),

    getUserMedia: async (constraints = {}) => {
      requests.push(constraints);
      if (disposed) throw new DOMException('The fake camera has been disposed of.', 'InvalidStateError');
      const wish = readVideoWish(constraints);
      const device = pick(wish);
      const verdict = outcome === 'granted' ? (device.outcome ?? outcome) : outcome;
      const refusal = toRefusal(verdict);
      if (verdict === 'denied') permission.set('denied');
      if (refusal) throw refusal;
      if (verdict !== 'late') return start(device, wish, verdict === 'silent');
      await prompts.open();
      // Chosen again: the device may have been unplugged while the prompt was open.
      return start(pick(wish), wish, false);
    },

    enumerateDevices: async () => {
      const known = permission.state() === 'granted';
      const seen = devices.filter((device) => !away.has(device.deviceId));
      return (known ? seen : seen.slice(0, 1)).map((device) => toDeviceInfo(device, known, fps));
    },

    setScene: (scene) => {
      choice = scene;
      for (const feed of feeds) feed.draw();
    },
    setOutcome: (next) => {
      outcome = next;
      if (next !== 'denied' && permission.state() === 'denied') permission.set('prompt');
    },
    setPermission: (state) => {
      if (state === 'denied') {
        outcome = 'denied';
        endWhere(() => true);
      } else if (outcome === 'denied') outcome = 'granted';
      permission.set(state);
    },
    allow: () => {
      outcome = 'granted';
      prompts.allowAll();
    },
    deny: () => {
      outcome = 'denied';
      permission.set('denied');
      prompts.refuseAll(new DOMException('Permission denied', 'NotAllowedError'));
    },
    unplug: (deviceId) => setAway(deviceId, true),
    plug: (deviceId) => setAway(deviceId, false),
    interrupt: () => endWhere(() => true),
    mute: () => setMuted(true),
    unmute: () => setMuted(false),
    freeze: () => setFrozen(true),
    thaw: () => setFrozen(false),
    rotate: ({ staleSettings = false } = {}) => {
      portrait = !portrait;
      for (const feed of feeds) feed.setPortrait(portrait, staleSettings);
    },
    liveTracks: () => feeds.reduce((sum, feed) => sum + feed.liveTracks(), 0),
    dispose: () => {
      disposed = true;
      prompts.refuseAll(new DOMException('The fake camera has been disposed of.', 'AbortError'));
      endWhere(() => true);
      feeds = [];
      drawings.clear();
    },
  };
  target.addEventListener('devicechange', (event) => camera.ondevicechange?.(event));
  return camera;
}
