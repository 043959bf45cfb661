import { afterEach, describe, expect, it, vi } from 'vitest';
import { grabFrame } from './grabFrame.ts';

const videos: HTMLVideoElement[] = [];

/** A video that shows a canvas: red on the left, blue on the right. */
async function play(width: number, height: number): Promise<HTMLVideoElement> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // Opaque, as a camera is.
  const context = canvas.getContext('2d', { alpha: false });
  const paint = () => {
    if (!context) return;
    context.fillStyle = '#f00';
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = '#00f';
    context.fillRect(width / 2, 0, width / 2, height);
    if (videos.includes(video)) requestAnimationFrame(paint);
  };
  const video = document.createElement('video');
  videos.push(video);
  video.muted = true;
  video.style.width = '160px';
  video.style.transform = 'scaleX(-1)';
  document.body.append(video);
  paint();
  video.srcObject = canvas.captureStream(30);
  const playing = new Promise((resolve) => {
    video.addEventListener('playing', resolve, { once: true });
  });
  await video.play();
  await playing;
  return video;
}

function readPixel(pixels: CanvasImageSource, x: number, y: number): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(pixels, -x, -y);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
}

function expectUnmirrored(pixels: CanvasImageSource, width: number, height: number): void {
  const [left = 0, , leftBlue = 0] = readPixel(pixels, width * 0.25, height / 2);
  const [right = 0, , rightBlue = 0] = readPixel(pixels, width * 0.75, height / 2);
  expect(left - leftBlue).toBeGreaterThan(150);
  expect(rightBlue - right).toBeGreaterThan(150);
}

afterEach(() => {
  vi.unstubAllGlobals();
  for (const video of videos.splice(0)) {
    for (const track of (video.srcObject instanceof MediaStream ? video.srcObject : new MediaStream()).getTracks()) track.stop();
    video.remove();
  }
});

describe('grabFrame', () => {
  it.each([
    [1280, 720],
    [720, 1280],
  ])('gives the video’s own %i x %i pixels, unmirrored, whatever its size on the page', async (width, height) => {
    const frame = await grabFrame(await play(width, height));
    expect(frame.pixels).toBeInstanceOf(VideoFrame);
    expect([frame.widthPx, frame.heightPx]).toEqual([width, height]);
    expectUnmirrored(frame.pixels, width, height);
    frame.close();
    expect('format' in frame.pixels && frame.pixels.format).toBeNull();
  });

  it('gives a bitmap where there is no VideoFrame', async () => {
    const video = await play(1280, 720);
    vi.stubGlobal('VideoFrame', undefined);
    const frame = await grabFrame(video);
    expect(frame.pixels).toBeInstanceOf(ImageBitmap);
    expect([frame.widthPx, frame.heightPx]).toEqual([1280, 720]);
    expectUnmirrored(frame.pixels, 1280, 720);
    frame.close();
    expect('width' in frame.pixels && frame.pixels.width).toBe(0);
  });

  it('gives the painted picture when the frame claims other sides, and closes the frame', async () => {
    const video = await play(720, 1280);
    const close = vi.fn<() => void>();
    vi.stubGlobal(
      'VideoFrame',
      class {
        displayWidth = 1280;
        displayHeight = 720;
        close = close;
      },
    );
    const frame = await grabFrame(video);
    expect(frame.pixels).toBeInstanceOf(ImageBitmap);
    expect([frame.widthPx, frame.heightPx]).toEqual([720, 1280]);
    expect(close).toHaveBeenCalledTimes(1);
    frame.close();
  });

  it('gives a bitmap when the video refuses to give a frame', async () => {
    const video = await play(1280, 720);
    vi.stubGlobal(
      'VideoFrame',
      vi.fn<() => never>(function refuse() {
        throw new DOMException('tainted', 'SecurityError');
      }),
    );
    const frame = await grabFrame(video);
    expect(frame.pixels).toBeInstanceOf(ImageBitmap);
    frame.close();
  });

  it('looks again while the browser gives a clear bitmap, and closes that', async () => {
    const video = await play(1280, 720);
    const { createImageBitmap: toBitmap } = globalThis;
    const nothing = new OffscreenCanvas(1280, 720);
    nothing.getContext('2d');
    const clear = [await toBitmap(nothing), await toBitmap(nothing)];
    const waiting = [...clear];
    vi.stubGlobal('VideoFrame', undefined);
    vi.stubGlobal('createImageBitmap', async (source: HTMLVideoElement) => waiting.shift() ?? toBitmap(source));
    const frame = await grabFrame(video);
    expectUnmirrored(frame.pixels, 1280, 720);
    frame.close();
    expect([waiting.length, ...clear.map(({ width }) => width)]).toEqual([0, 0, 0]);
  });

  it('gives a bitmap where a frame is only painted when it is drawn, and closes the frame', async () => {
    const video = await play(1280, 720);
    const close = vi.fn<() => void>();
    vi.stubGlobal(
      'VideoFrame',
      class {
        format = 'RGBA';
        displayWidth = 1280;
        displayHeight = 720;
        close = close;
      },
    );
    const frame = await grabFrame(video);
    expect(frame.pixels).toBeInstanceOf(ImageBitmap);
    expect(close).toHaveBeenCalledTimes(1);
    frame.close();
  });

  it('waits out a moment in which the browser gives nothing', async () => {
    const video = await play(1280, 720);
    const { createImageBitmap: toBitmap } = globalThis;
    vi.stubGlobal('VideoFrame', undefined);
    vi.stubGlobal(
      'createImageBitmap',
      vi.fn<typeof createImageBitmap>(toBitmap).mockRejectedValueOnce(new DOMException('not now', 'InvalidStateError')),
    );
    const frame = await grabFrame(video);
    expectUnmirrored(frame.pixels, 1280, 720);
    frame.close();
  });

  it('refuses a video that has no picture yet', async () => {
    const video = document.createElement('video');
    await expect(grabFrame(video)).rejects.toMatchObject({ name: 'CameraError', code: 'camera/timeout', retryable: true });
    video.srcObject = new MediaStream();
    await expect(grabFrame(video)).rejects.toMatchObject({ code: 'camera/timeout' });
  });

  it('says so when the browser gives neither', async () => {
    const video = await play(1280, 720);
    const cause = new DOMException('no', 'InvalidStateError');
    vi.stubGlobal('VideoFrame', undefined);
    vi.stubGlobal('createImageBitmap', () => Promise.reject(cause));
    await expect(grabFrame(video)).rejects.toMatchObject({ code: 'camera/timeout', cause });
  });

  it('grabs a real camera’s picture, not black, as soon as it plays', async () => {
    const video = document.createElement('video');
    videos.push(video);
    video.muted = true;
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
    const playing = new Promise((resolve) => {
      video.addEventListener('playing', resolve, { once: true });
    });
    await video.play();
    await playing;
    const frame = await grabFrame(video);
    expect([frame.widthPx, frame.heightPx]).toEqual([1280, 720]);
    const context = new OffscreenCanvas(32, 18).getContext('2d');
    context?.drawImage(frame.pixels, 0, 0, 32, 18);
    frame.close();
    expect(Math.max(...(context?.getImageData(0, 0, 32, 18).data.filter((_, index) => index % 4 !== 3) ?? []))).toBeGreaterThan(64);
  });
});
