import { createFakeCamera, type FakeCamera } from '@stepframe/sandbox/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PictureWatch, watchPicture } from './watchPicture.ts';

const frozenMs = 600;
let camera: FakeCamera;
let video: HTMLVideoElement;
let watch: PictureWatch | undefined;
let told: string[];

function start(): void {
  watch = watchPicture(
    video,
    {
      onPainted: () => told.push(`painted ${video.videoWidth}x${video.videoHeight}`),
      onFrozen: () => told.push('frozen'),
      onWoken: () => told.push('woken'),
    },
    frozenMs,
  );
}
const until = (what: string) => vi.waitUntil(() => told.includes(what), { timeout: 5_000, interval: 10 });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
  told = [];
  camera = createFakeCamera({ widthPx: 320, heightPx: 180 });
  video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  document.body.append(video);
  video.srcObject = await camera.getUserMedia({ video: true });
});
afterEach(() => {
  watch?.stop();
  vi.restoreAllMocks();
  video.remove();
  camera.dispose();
});

describe('watchPicture', () => {
  it('tells of the first frame after the video plays, and not before', async () => {
    const atPlaying: number[] = [];
    video.addEventListener('playing', () => atPlaying.push(told.length));
    start();
    await pause(60);
    expect(told).toEqual([]);
    await video.play();
    await until('painted 320x180');
    expect(atPlaying).toEqual([0]);
  });

  it('tells of a frame of a video that was playing before', async () => {
    await video.play();
    await vi.waitUntil(() => video.currentTime > 0);
    start();
    await until('painted 320x180');
    expect(told).not.toContain('frozen');
  });

  it('tells of a video that is not displayed by its playing alone', async () => {
    video.style.display = 'none';
    start();
    await video.play();
    await until('painted 320x180');
    expect(told).not.toContain('frozen');
  });

  it('tells of a new size at once', async () => {
    start();
    await video.play();
    await until('painted 320x180');
    camera.rotate();
    await until('painted 180x320');
    expect(told).not.toContain('frozen');
  });

  it('tells of a picture that stands still, and of its next frame', async () => {
    start();
    await video.play();
    await until('painted 320x180');
    camera.freeze();
    await until('frozen');
    told = [];
    camera.thaw();
    await until('painted 320x180');
    expect(told).not.toContain('frozen');
  });

  it.each<[string, () => void]>([
    ['is paused', () => video.pause()],
    ['is not displayed', () => (video.style.display = 'none')],
    [
      'is in a hidden page',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      },
    ],
    [
      'is in a page that the browser does not paint',
      () => {
        vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
      },
    ],
  ])('takes nothing for still that %s', async (_what, hide) => {
    start();
    await video.play();
    await until('painted 320x180');
    hide();
    camera.freeze();
    await pause(frozenMs * 3);
    expect(told).not.toContain('frozen');
  });

  it('goes by the frames that the browser counts where there is no frame callback', async () => {
    Object.defineProperty(video, 'requestVideoFrameCallback', { value: undefined, configurable: true });
    start();
    await video.play();
    await until('painted 320x180');
    camera.freeze();
    await until('frozen');
    expect(told.filter((what) => what === 'frozen')).toHaveLength(1);
  });

  it('tells that the device slept', async () => {
    start();
    await video.play();
    await until('painted 320x180');
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 60_000);
    await until('woken');
    expect(told).not.toContain('frozen');
  });

  it('tells nothing and listens to nothing once it is stopped', async () => {
    const listening: string[] = [];
    vi.spyOn(video, 'addEventListener').mockImplementation((name) => void listening.push(name));
    vi.spyOn(video, 'removeEventListener').mockImplementation((name) => void listening.splice(listening.indexOf(name), 1));
    await video.play();
    await vi.waitUntil(() => video.currentTime > 0);
    start();
    expect(listening).toEqual(['playing', 'resize']);
    watch?.stop();
    told = [];
    await pause(frozenMs * 2);
    expect([told, listening]).toEqual([[], []]);
  });
});
