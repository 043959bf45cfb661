import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaceFinder } from '../face/FaceFinder.ts';
import { assessFrame } from '../quality/assessFrame.ts';
import type { FrameReport } from '../quality/frameReport.ts';
import { createCaptureWorker } from '../worker/createCaptureWorker.ts';
import { type CaptureWorkerLease, leaseCaptureWorker } from '../worker/leaseCaptureWorker.ts';
import type { FramePace } from './createPacer.ts';
import type { GrabbedFrame } from './grabFrame.ts';
import { readPlanes } from './readPlanes.ts';
import { watchFrames, type WatchFramesOptions } from './watchFrames.ts';

interface Camera {
  readonly video: HTMLVideoElement;
  readonly canvas: HTMLCanvasElement;
  /** Number of the frame painted last. */
  shown(): number;
}

const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0).toReversed()) end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const bits = 12;

/** A video of a canvas whose frames are numbered: in stripes, white for 1 and grey for 0. */
async function openCamera(width = 640, height = 360, fps = 30): Promise<Camera> {
  const canvas = document.createElement('canvas');
  const video = document.createElement('video');
  Object.assign(canvas, { width, height });
  Object.assign(video, { muted: true });
  document.body.append(video);
  let count = 0;
  const paint = () => {
    const context = canvas.getContext('2d', { alpha: false });
    count += 1;
    if (!context) return;
    for (let bit = 0; bit < bits; bit += 1) {
      context.fillStyle = (count >> bit) & 1 ? '#fff' : '#444';
      context.fillRect((bit * canvas.width) / bits, 0, canvas.width / bits, canvas.height);
    }
  };
  paint();
  const stream = canvas.captureStream(fps);
  const timer = setInterval(paint, 1000 / fps);
  endings.push(() => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  });
  video.srcObject = stream;
  await video.play();
  return { video, canvas, shown: () => count };
}

function readNumber(pixels: CanvasImageSource, width: number): number {
  const context = new OffscreenCanvas(width, 1).getContext('2d');
  context?.drawImage(pixels, 0, 0);
  const row = context?.getImageData(0, 0, width, 1).data;
  let value = 0;
  for (let bit = 0; bit < bits; bit += 1) if ((row?.[Math.floor(((bit + 0.5) * width) / bits) * 4] ?? 0) > 160) value |= 1 << bit;
  return value;
}

const isClosed = (pixels: VideoFrame | ImageBitmap) => ('format' in pixels ? pixels.format === null : pixels.width === 0);
const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

interface Counted {
  readonly lease: CaptureWorkerLease;
  readonly handedBack: (VideoFrame | ImageBitmap)[];
  /** Assessments asked for, those of them of the track's own frames, under way now, and at most at a time. */
  readonly calls: { asked: number; followed: number; running: number; most: number; forgotten: number; released: number };
}

/** The shared worker, or the main thread, with what goes in and out noted down; `beforeRun` can hold it up or fail. */
function countLease({ place = 'worker', beforeRun }: { place?: 'worker' | 'main'; beforeRun?: (call: number) => unknown } = {}): Counted {
  const calls = { asked: 0, followed: 0, running: 0, most: 0, forgotten: 0, released: 0 };
  const handedBack: (VideoFrame | ImageBitmap)[] = [];
  const onMain = createCaptureWorker(() => {
    throw new Error('no worker here');
  });
  const inner: CaptureWorkerLease = place === 'worker' ? leaseCaptureWorker() : Object.assign(onMain, { release: () => onMain.close() });
  const lease: CaptureWorkerLease = {
    place,
    run: async (name, input, transfer, signal) => {
      if (name === 'forget') {
        calls.forgotten += 1;
        return inner.run(name, input, transfer, signal);
      }
      calls.asked += 1;
      if (name === 'assessNext') calls.followed += 1;
      calls.running += 1;
      calls.most = Math.max(calls.most, calls.running);
      try {
        const output = await inner.run(name, input, transfer);
        if ('pixels' in Object(output)) handedBack.push((output as { pixels: VideoFrame | ImageBitmap }).pixels);
        await beforeRun?.(calls.asked);
        return output;
      } finally {
        calls.running -= 1;
      }
    },
    release: () => {
      calls.released += 1;
      inner.release();
    },
  };
  return { lease, handedBack, calls };
}

interface Watched {
  readonly reports: FrameReport[];
  readonly paces: FramePace[];
  readonly stop: () => void;
}

function watch(camera: Camera, options: Partial<WatchFramesOptions> = {}): Watched {
  const reports: FrameReport[] = [];
  const paces: FramePace[] = [];
  const stop = watchFrames(camera.video, {
    subject: 'document',
    maxFps: 30,
    onPace: (pace) => paces.push(pace),
    ...options,
    onReport: (report, take) => {
      reports.push(report);
      options.onReport?.(report, take);
    },
  });
  endings.push(stop);
  return { reports, paces, stop };
}

const untilReports = ({ reports }: Watched, count: number) =>
  vi.waitFor(() => expect(reports.length).toBeGreaterThanOrEqual(count), { timeout: 5_000, interval: 10 });

/** Chromium gives a track's frames to the worker; other browsers call back for each frame. */
const ways = ['track', 'callback'] as const;
const goBy = (way: (typeof ways)[number]) => void (way === 'callback' && vi.stubGlobal('MediaStreamTrackProcessor', undefined));

describe('watchFrames', () => {
  it.each([
    [640, 360],
    [360, 640],
    [641, 361],
  ])('reports on a %i x %i video, frame after frame', async (width, height) => {
    const watched = watch(await openCamera(width, height));
    await untilReports(watched, 5);
    for (const report of watched.reports) {
      expect(report).toMatchObject({ subject: 'document', frameWidthPx: width, frameHeightPx: height, faces: null });
      expect(report.measures.light).toBeGreaterThan(0.2);
    }
    // The stripes differ from frame to frame, so the worker remembers the frame before.
    expect(watched.reports.slice(1).some(({ measures }) => measures.motion > 0)).toBe(true);
  });

  it.each([
    ['by the track', 'track', 'worker'],
    ['by callbacks', 'callback', 'worker'],
    ['by callbacks and on the main thread', 'track', 'main'],
  ] as const)('hands over the very frame that was assessed, %s', async (_, way, place) => {
    goBy(way);
    const { lease, calls } = countLease({ place });
    const taken: { frame: GrabbedFrame; report: FrameReport }[] = [];
    const camera = await openCamera();
    const watched = watch(camera, {
      leaseWorker: () => lease,
      forgiven: 'all',
      onReport: (report, take) => {
        const frame = take();
        if (frame) taken.push({ frame, report });
        expect(take()).toBeNull();
      },
    });
    // Of those it is holding a camera would run out; a canvas does not.
    await untilReports(watched, 6);
    watched.stop();
    expect(taken.length).toBe(watched.reports.length);
    expect(calls.followed > 0).toBe(way === 'track' && place === 'worker');
    let last = 0;
    for (const { frame, report } of taken) {
      expect([frame.widthPx, frame.heightPx]).toEqual([640, 360]);
      const again = assessFrame(await readPlanes(frame.pixels), { subject: 'document' }).report;
      expect({ ...report.measures, motion: 0 }).toEqual(again.measures);
      const number = readNumber(frame.pixels, 640);
      // The one by which the track's frames begin may be the one that was just looked at.
      expect(number).toBeGreaterThanOrEqual(last);
      last = number;
      frame.close();
      expect(isClosed(frame.pixels)).toBe(true);
    }
  });

  it.each(ways)('hands over no frame with another issue than those forgiven, by the %s', async (way) => {
    goBy(way);
    const camera = await openCamera();
    const taken: [FrameReport, GrabbedFrame | null][] = [];
    const look = async (options: Partial<WatchFramesOptions>) => {
      const watched = watch(camera, {
        ...options,
        onReport: (report, take) => {
          const frame = take();
          taken.push([report, frame]);
          frame?.close();
        },
      });
      await untilReports(watched, 4);
      watched.stop();
      return taken.splice(0);
    };
    for (const [{ issues }, frame] of await look({})) {
      expect(issues).toContain('no-document');
      expect(frame).toBeNull();
    }
    for (const [{ issues }, frame] of await look({ forgiven: ['no-document', 'blurred', 'bright'] }))
      expect(frame !== null).toBe(!issues.includes('moving'));
  });

  it.each(ways)('closes a frame that nobody takes, as soon as it was reported, and gives it out no more, by the %s', async (way) => {
    goBy(way);
    const { lease, handedBack } = countLease();
    const takes: (() => GrabbedFrame | null)[] = [];
    const options = {
      leaseWorker: () => lease,
      forgiven: 'all',
      onReport: (_, take) => takes.push(take),
    } satisfies Partial<WatchFramesOptions>;
    const watched = watch(await openCamera(), options);
    await untilReports(watched, 4);
    watched.stop();
    expect(handedBack.length).toBeGreaterThanOrEqual(4);
    for (const pixels of handedBack) expect(isClosed(pixels)).toBe(true);
    for (const take of takes) expect(take()).toBeNull();
  });

  it.each(ways)('has one frame under way, drops those that come meanwhile, and goes on with a fresh one, by the %s', async (way) => {
    goBy(way);
    const { lease, calls } = countLease({ beforeRun: () => pause(150) });
    const camera = await openCamera();
    const numbers: number[] = [];
    const shown: number[] = [];
    const watched = watch(camera, {
      leaseWorker: () => lease,
      forgiven: 'all',
      onReport: (_, take) => {
        const frame = take();
        numbers.push(readNumber(frame?.pixels ?? new OffscreenCanvas(1, 1), 640));
        shown.push(camera.shown());
        frame?.close();
      },
    });
    await untilReports(watched, 6);
    watched.stop();
    expect(calls.most).toBe(1);
    expect(calls.asked - watched.reports.length).toBeLessThanOrEqual(1);
    // 150 ms are 5 frames: from a queue they would come one after the other, and fall behind what is shown.
    const passed = (list: readonly number[]) => (list.at(-1) ?? 0) - (list[0] ?? 0);
    expect(passed(numbers)).toBeGreaterThan(passed(shown) / 2);
  });

  it('looks no more often than it is asked to', async () => {
    const watched = watch(await openCamera(), { maxFps: 5 });
    await untilReports(watched, 2);
    const before = watched.reports.length;
    await pause(1000);
    expect(watched.reports.length - before).toBeLessThanOrEqual(6);
    expect(watched.reports.length - before).toBeGreaterThanOrEqual(2);
  });

  it('says how the device keeps up', async () => {
    const watched = watch(await openCamera(), { maxFps: 15 });
    await vi.waitFor(() => expect(watched.paces.length).toBeGreaterThan(0), { timeout: 5_000 });
    const [pace] = watched.paces;
    expect(pace?.place).toBe('worker');
    expect(pace?.fps).toBeGreaterThan(0);
    expect(pace?.fps).toBeLessThan(17);
    expect(pace?.workMs).toBeGreaterThan(0);
  });

  describe.each(ways)('by the %s', (way) => {
    it.each<[string, (camera: Camera) => () => unknown]>([
      [
        'the page is hidden',
        () => {
          const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
          return () => hidden.mockReturnValue(false);
        },
      ],
      [
        'the video is paused',
        ({ video }) => {
          video.pause();
          return () => video.play();
        },
      ],
    ])('rests while %s, and goes on after that', async (_, rest) => {
      goBy(way);
      const { lease, calls } = countLease();
      const camera = await openCamera();
      const watched = watch(camera, { leaseWorker: () => lease });
      await untilReports(watched, 3);
      const wake = rest(camera);
      await pause(200);
      const { asked } = calls;
      const seen = watched.reports.length;
      await pause(300);
      expect(calls.asked).toBe(asked);
      wake();
      await untilReports(watched, seen + 3);
      expect(calls.followed > 0).toBe(way === 'track');
    });

    it('follows another stream in the same video, also while the first one lives', async () => {
      goBy(way);
      const camera = await openCamera(640, 360);
      const watched = watch(camera);
      await untilReports(watched, 3);
      const other = await openCamera(480, 480);
      camera.video.srcObject = other.video.srcObject;
      await camera.video.play();
      const isOther = ({ frameWidthPx }: FrameReport) => frameWidthPx === 480;
      await vi.waitFor(() => expect(watched.reports.filter(isOther).length).toBeGreaterThan(3), { timeout: 5_000 });
      expect(watched.reports.slice(watched.reports.findIndex(isOther)).every(isOther)).toBe(true);
    });
  });

  it('goes on with a new stream when the old one has ended', async () => {
    const camera = await openCamera();
    const watched = watch(camera);
    await untilReports(watched, 3);
    const { srcObject } = camera.video;
    if (srcObject instanceof MediaStream) for (const track of srcObject.getTracks()) track.stop();
    await pause(200);
    const before = watched.reports.length;
    camera.video.srcObject = (await openCamera(480, 480)).video.srcObject;
    await camera.video.play();
    await untilReports(watched, before + 3);
    expect(watched.reports.at(-1)?.frameWidthPx).toBe(480);
  });

  it('goes by callbacks where the track gives frames that lie otherwise than the video shows them', async () => {
    const camera = await openCamera(640, 360);
    const turned = await openCamera(360, 640);
    const { MediaStreamTrackProcessor: Processor } = globalThis as unknown as {
      MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack | undefined }) => object;
    };
    const opened = vi.fn<() => void>();
    vi.stubGlobal('MediaStreamTrackProcessor', function open() {
      opened();
      const { srcObject } = turned.video;
      return new Processor({ track: srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined });
    });
    const { lease, calls } = countLease();
    const watched = watch(camera, { leaseWorker: () => lease });
    await vi.waitFor(() => expect(calls.followed).toBe(2), { timeout: 5_000 });
    await untilReports(watched, watched.reports.length + 5);
    for (const { frameWidthPx } of watched.reports) expect(frameWidthPx).toBe(640);
    expect(calls.followed).toBe(2);
    expect(opened).toHaveBeenCalledOnce();
  });

  it('follows a camera that is turned in mid-preview', async () => {
    const camera = await openCamera(640, 360);
    const watched = watch(camera);
    await untilReports(watched, 2);
    Object.assign(camera.canvas, { width: 360, height: 640 });
    await vi.waitFor(() => expect(watched.reports.at(-1)).toMatchObject({ frameWidthPx: 360, frameHeightPx: 640 }), { timeout: 5_000 });
  });

  it('skips a frame that fails, and goes on', async () => {
    const { lease, calls } = countLease({
      beforeRun: (call) => {
        if (call % 2 === 1) throw new DOMException('lost', 'OperationError');
      },
    });
    const watched = watch(await openCamera(), { leaseWorker: () => lease });
    await untilReports(watched, 3);
    watched.stop();
    expect(calls.asked).toBeGreaterThan(watched.reports.length);
  });
});

describe('watchFrames, stopped', () => {
  it.each(ways)('reports nothing more, closes what comes late, and gives the worker back, by the %s', async (way) => {
    goBy(way);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { lease, calls, handedBack } = countLease({ beforeRun: (call) => (call === 3 ? gate : undefined) });
    const watched = watch(await openCamera(), { leaseWorker: () => lease, forgiven: 'all' });
    await vi.waitFor(() => expect(handedBack).toHaveLength(3), { timeout: 5_000 });
    watched.stop();
    watched.stop();
    expect(calls).toMatchObject({ forgotten: 1, released: 1 });
    release();
    await pause(300);
    expect(watched.reports).toHaveLength(2);
    expect(calls.asked).toBe(3);
    for (const pixels of handedBack) expect(isClosed(pixels)).toBe(true);
  });

  it.each(['VideoFrame', 'ImageBitmap'])('leaves no %s open that it made', async (kind) => {
    goBy('callback');
    const made: (VideoFrame | ImageBitmap)[] = [];
    const { VideoFrame: RealFrame, createImageBitmap: makeBitmap } = globalThis;
    vi.stubGlobal(
      'VideoFrame',
      kind === 'VideoFrame'
        ? function open(video: HTMLVideoElement) {
            const frame = new RealFrame(video);
            made.push(frame);
            return frame;
          }
        : undefined,
    );
    vi.stubGlobal('createImageBitmap', async (video: HTMLVideoElement) => {
      const bitmap = await makeBitmap(video);
      made.push(bitmap);
      return bitmap;
    });
    const camera = await openCamera();
    for (let round = 0; round < 3; round += 1) {
      const before = made.length;
      const { stop } = watch(camera);
      // Once at once, once in the middle of something, once between frames.
      await vi.waitFor(() => expect(made.length).toBeGreaterThanOrEqual(before + round * 2), { timeout: 5_000, interval: 1 });
      stop();
      await pause(200);
      for (const pixels of made) expect(isClosed(pixels)).toBe(true);
    }
    expect(made.length).toBeGreaterThan(5);
  });

  it('can be stopped from within a report', async () => {
    const camera = await openCamera();
    const watched: Watched = watch(camera, { onReport: () => watched.stop() });
    await untilReports(watched, 1);
    await pause(200);
    expect(watched.reports).toHaveLength(1);
  });
});

describe('watchFrames, where something is missing', () => {
  it('sends bitmaps where there is no VideoFrame, and hands over the very bitmap', async () => {
    const camera = await openCamera(1280, 720);
    vi.stubGlobal('VideoFrame', undefined);
    const taken: GrabbedFrame[] = [];
    const watched = watch(camera, {
      onReport: (report, take) => {
        expect(report).toMatchObject({ frameWidthPx: 1280, frameHeightPx: 720 });
        const frame = take();
        if (frame) taken.push(frame);
      },
    });
    await untilReports(watched, 3);
    watched.stop();
    for (const frame of taken) {
      expect(frame.pixels).toBeInstanceOf(ImageBitmap);
      expect([frame.widthPx, frame.heightPx]).toEqual([1280, 720]);
      expect(readNumber(frame.pixels, 1280)).toBeGreaterThan(0);
      frame.close();
      expect(isClosed(frame.pixels)).toBe(true);
    }
  });

  it('works on the main thread where there is no worker, and says so', async () => {
    const { lease } = countLease({ place: 'main' });
    const watched = watch(await openCamera(), { leaseWorker: () => lease });
    await vi.waitFor(() => expect(watched.paces.length).toBeGreaterThan(0), { timeout: 5_000 });
    expect(watched.paces[0]).toMatchObject({ place: 'main' });
    expect(watched.reports.length).toBeGreaterThan(1);
  });

  it('draws frames that cannot be copied', async () => {
    const { lease } = countLease({ place: 'main' });
    const copyTo = vi.spyOn(VideoFrame.prototype, 'copyTo').mockRejectedValue(new DOMException('no', 'NotSupportedError'));
    const video = document.createElement('video');
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
    endings.push(() => {
      for (const track of stream.getTracks()) track.stop();
      video.remove();
    });
    document.body.append(video);
    Object.assign(video, { muted: true, srcObject: stream });
    await video.play();
    const watched = watch({ video, canvas: document.createElement('canvas'), shown: () => 0 }, { leaseWorker: () => lease });
    await untilReports(watched, 3);
    expect(copyTo).toHaveBeenCalled();
    for (const report of watched.reports) expect(report).toMatchObject({ frameWidthPx: 1280, frameHeightPx: 720 });
  });

  describe('in a browser without requestVideoFrameCallback', () => {
    const description = Object.getOwnPropertyDescriptor(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
    beforeEach(() => {
      Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
      endings.push(() => {
        Object.defineProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback', description ?? {});
      });
    });

    it('goes by animation frames, each video frame once', async () => {
      const numbers: number[] = [];
      const watched = watch(await openCamera(640, 360, 10), {
        onReport: (_, take) => {
          const frame = take();
          if (frame) numbers.push(readNumber(frame.pixels, 640));
          frame?.close();
        },
      });
      await untilReports(watched, 5);
      watched.stop();
      expect(new Set(numbers).size).toBe(numbers.length);
      const before = watched.reports.length;
      await pause(300);
      expect(watched.reports).toHaveLength(before);
    });
  });
});

describe('watchFrames with a face finder', () => {
  const box = { x: 200, y: 80, width: 200, height: 220 };

  function createFinder(find: FaceFinder['find']): FaceFinder & { find: ReturnType<typeof vi.fn<FaceFinder['find']>> } {
    return { find: vi.fn<FaceFinder['find']>(find), close: vi.fn<() => void>() };
  }

  it('merges what it found into the reports, and asks it less often', async () => {
    const seen: VideoFrame[] = [];
    const faceFinder = createFinder(async (pixels) => {
      if (pixels instanceof VideoFrame) seen.push(pixels);
      expect(pixels).toMatchObject({ displayWidth: 640, displayHeight: 360 });
      return [box];
    });
    const watched = watch(await openCamera(), { subject: 'face', faceFinder });
    await vi.waitFor(() => expect(watched.reports.at(-1)?.faces).toEqual([box]), { timeout: 5_000 });
    expect(watched.reports.at(-1)?.issues).not.toContain('no-face');
    const before = faceFinder.find.mock.calls.length;
    await pause(1000);
    expect(faceFinder.find.mock.calls.length - before).toBeLessThanOrEqual(5);
    expect(faceFinder.find.mock.calls.length - before).toBeGreaterThanOrEqual(2);
    watched.stop();
    await pause(100);
    expect(seen.length).toBeGreaterThan(0);
    for (const frame of seen) expect(isClosed(frame)).toBe(true);
    expect(faceFinder.close).not.toHaveBeenCalled();
  });

  it('does not wait for it, and says nothing about faces before its first answer', async () => {
    const faceFinder = createFinder(() => new Promise(() => undefined));
    const watched = watch(await openCamera(), { subject: 'face', faceFinder });
    await untilReports(watched, 8);
    expect(faceFinder.find).toHaveBeenCalledTimes(1);
    for (const { faces, issues } of watched.reports) {
      expect(faces).toBeNull();
      expect(issues).not.toContain('no-face');
    }
  });

  it('asks again after a failure, and forgets an answer that has grown old', async () => {
    let isBroken = false;
    const faceFinder = createFinder(async () => {
      if (isBroken) throw new DOMException('no', 'OperationError');
      return [];
    });
    const watched = watch(await openCamera(), { subject: 'face', faceFinder });
    await vi.waitFor(() => expect(watched.reports.at(-1)?.issues).toContain('no-face'), { timeout: 5_000 });
    isBroken = true;
    await vi.waitFor(() => expect(watched.reports.at(-1)?.faces).toBeNull(), { timeout: 5_000 });
    isBroken = false;
    await vi.waitFor(() => expect(watched.reports.at(-1)?.faces).toEqual([]), { timeout: 5_000 });
  });

  it('shows it the video where there is no VideoFrame', async () => {
    const camera = await openCamera();
    vi.stubGlobal('VideoFrame', undefined);
    const faceFinder = createFinder(async () => [box]);
    const watched = watch(camera, { subject: 'face', faceFinder });
    await vi.waitFor(() => expect(watched.reports.at(-1)?.faces).toEqual([box]), { timeout: 5_000 });
    expect(faceFinder.find).toHaveBeenCalledWith(camera.video);
  });
});
