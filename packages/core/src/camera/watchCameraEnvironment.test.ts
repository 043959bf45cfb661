import { describe, expect, it } from 'vitest';
import { type CameraSurroundings, watchCameraEnvironment } from './watchCameraEnvironment.ts';
import { watchTrack } from './watchTrack.ts';

/** Counts what listens to it. */
class CountingTarget extends EventTarget {
  listeners = 0;
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners -= 1;
    super.removeEventListener(...args);
  }
}

function createPage() {
  const status = Object.assign(new CountingTarget(), { state: 'prompt' as PermissionState });
  const orientation = new CountingTarget();
  const window = Object.assign(new CountingTarget(), { screen: { orientation } });
  const document = Object.assign(new CountingTarget(), { visibilityState: 'visible' });
  const mediaDevices = new CountingTarget();
  const targets = [status, orientation, window, document, mediaDevices];
  const permissions = { query: async () => status as unknown as PermissionStatus };
  const page: CameraSurroundings = { window, document, mediaDevices, permissions };
  return {
    page,
    status,
    orientation,
    window,
    document,
    mediaDevices,
    count: () => targets.reduce((sum, { listeners }) => sum + listeners, 0),
  };
}

function watch(page: CameraSurroundings) {
  const told: string[] = [];
  const tell = (what: string) => () => void told.push(what);
  const stop = watchCameraEnvironment(
    {
      onShown: tell('shown'),
      onHidden: tell('hidden'),
      onTurned: tell('turned'),
      onDevices: tell('devices'),
      onPermission: (state) => void told.push(state),
    },
    page,
  );
  return { told, stop };
}

describe('watchCameraEnvironment', () => {
  it('tells of everything that may take a camera or bring it back', async () => {
    const { page, status, orientation, window, document, mediaDevices } = createPage();
    const { told } = watch(page);
    await Promise.resolve().then(() => Promise.resolve());
    const fire = (target: EventTarget, name: string) => target.dispatchEvent(new Event(name));
    fire(window, 'pageshow');
    fire(window, 'focus');
    fire(window, 'orientationchange');
    fire(orientation, 'change');
    fire(mediaDevices, 'devicechange');
    document.visibilityState = 'hidden';
    fire(document, 'visibilitychange');
    fire(window, 'focus');
    document.visibilityState = 'visible';
    fire(document, 'visibilitychange');
    status.state = 'granted';
    fire(status, 'change');
    expect(told).toEqual(['prompt', 'shown', 'shown', 'turned', 'turned', 'devices', 'hidden', 'shown', 'granted']);
  });

  it('leaves no listener, also when it is stopped before the permission is known', async () => {
    const { page, count } = createPage();
    const early = watch(page);
    early.stop();
    const { told, stop } = watch(page);
    await Promise.resolve().then(() => Promise.resolve());
    expect(count()).toBe(7);
    stop();
    expect(count()).toBe(0);
    expect([early.told, told]).toEqual([[], ['prompt']]);
  });

  it('does without what a page lacks, and without a page', async () => {
    const permissions = { query: () => Promise.reject(new TypeError('not a permission')) };
    const { told, stop } = watch({ permissions });
    await Promise.resolve().then(() => Promise.resolve());
    stop();
    expect(told).toEqual([]);
    expect(() => watchCameraEnvironment({ onShown: () => {} })()).not.toThrow();
  });
});

describe('watchTrack', () => {
  it('tells of the track’s end and silence until it is stopped', () => {
    const track = new CountingTarget();
    const told: string[] = [];
    const stop = watchTrack(track as unknown as MediaStreamTrack, {
      onEnded: () => told.push('ended'),
      onMuted: () => told.push('muted'),
      onUnmuted: () => told.push('unmuted'),
    });
    for (const name of ['mute', 'unmute', 'ended']) track.dispatchEvent(new Event(name));
    stop();
    track.dispatchEvent(new Event('mute'));
    expect(told).toEqual(['muted', 'unmuted', 'ended']);
    expect(track.listeners).toBe(0);
  });
});
