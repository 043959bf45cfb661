import type { ReadyDevice } from './chooseDevice.ts';
import { chooseSize, type FrameSize } from './chooseSize.ts';
import type { SceneDrawing } from './FakeCamera.ts';
import { dressTrack } from './dressTrack.ts';
import type { LensState } from './readLensWish.ts';

/** The timers a feed runs on: the page's own by default, others when a test has replaced those. */
export interface FeedTimers {
  readonly setInterval: (call: () => void, everyMs: number) => number;
  readonly clearInterval: (id: number) => void;
}

export interface FeedOptions {
  readonly device: ReadyDevice;
  readonly constraints: MediaTrackConstraints;
  readonly fps: number;
  /** A live stream without a single frame. */
  readonly silent: boolean;
  readonly portrait: boolean;
  readonly muted: boolean;
  readonly frozen: boolean;
  readonly scene: () => SceneDrawing;
  readonly createCanvas: () => HTMLCanvasElement;
  readonly timers: FeedTimers;
  readonly now: () => number;
}

/** One stream of one device: its canvas, its tracks (clones too) and its timer. */
export interface Feed {
  readonly stream: MediaStream;
  readonly deviceId: string;
  liveTracks(): number;
  /** Draws at once, for instance after the scene has changed. */
  draw(): void;
  setMuted(muted: boolean): void;
  setFrozen(frozen: boolean): void;
  setPortrait(portrait: boolean, staleSettings: boolean): void;
  /** Ends the tracks as the system does: each fires `ended`. */
  end(): void;
}

function fire(name: 'ended' | 'mute' | 'unmute', tracks: readonly MediaStreamTrack[]): void {
  for (const track of tracks) track.dispatchEvent(new Event(name));
}

/**
 * Starts drawing and hands out a stream of what is drawn. The timer ends with the last live track.
 *
 * @throws OverconstrainedError when the device cannot deliver the size; Error when the browser cannot capture a canvas.
 */
export function createFeed(options: FeedOptions): Feed {
  const { device, constraints, fps, silent, scene, createCanvas, timers, now } = options;
  let asked = constraints;
  let size = chooseSize(device, constraints);
  let portrait = options.portrait;
  let stale: FrameSize | undefined;
  let muted = options.muted;
  let frozen = options.frozen;
  let lens: LensState = { torch: false, zoom: device.zoom?.min ?? 1, focusMode: device.focusModes?.[0] ?? 'none' };
  let index = 0;
  const began = now();
  const tracks = new Set<MediaStreamTrack>();

  const canvas = createCanvas();
  const turned = (): FrameSize => (portrait ? { widthPx: size.heightPx, heightPx: size.widthPx } : size);
  const fitCanvas = () => {
    const { widthPx, heightPx } = turned();
    canvas.width = widthPx;
    canvas.height = heightPx;
  };
  fitCanvas();
  // Asked first: jsdom has a `getContext` that only complains.
  const context = typeof canvas.captureStream === 'function' ? canvas.getContext('2d', { alpha: false }) : null;
  if (!context) {
    throw new Error('The fake camera needs a browser that can capture a canvas, and this one cannot. Run the test in a real browser.');
  }

  const draw = () => {
    if (silent || muted || frozen) return;
    scene()(context, { ...turned(), index, timeMs: now() - began, facing: device.facing, torch: lens.torch });
    index += 1;
  };
  const live = () => [...tracks].filter((track) => track.readyState === 'live');
  const settle = () => {
    if (live().length === 0) timers.clearInterval(timer);
  };

  function dress(track: MediaStreamTrack): MediaStreamTrack {
    tracks.add(track);
    return dressTrack(track, {
      device,
      fps,
      muted: () => muted,
      lens: () => lens,
      constraints: () => asked,
      size: () => stale ?? turned(),
      apply: (wanted, change) => {
        lens = { ...lens, ...change };
        // What is asked of the lens alone leaves the size as it is, as in Chromium.
        if (Object.keys(wanted).every((name) => name === 'advanced')) return draw();
        size = chooseSize(device, wanted);
        asked = wanted;
        stale = undefined;
        fitCanvas();
        draw();
      },
      onStop: settle,
      onClone: dress,
    });
  }

  draw();
  const stream = canvas.captureStream(fps);
  for (const track of stream.getTracks()) dress(track);
  // An interval, not animation frames: those stop in a hidden tab. A track stopped behind our back ends it as well.
  const timer = timers.setInterval(() => {
    draw();
    settle();
  }, 1000 / fps);
  stream.clone = () => new MediaStream(stream.getTracks().map((track) => track.clone()));

  return {
    stream,
    deviceId: device.deviceId,
    liveTracks: () => live().length,
    draw,
    setMuted: (next) => {
      if (next === muted) return;
      muted = next;
      draw();
      fire(muted ? 'mute' : 'unmute', live());
    },
    setFrozen: (next) => {
      frozen = next;
      draw();
    },
    setPortrait: (next, staleSettings) => {
      stale = staleSettings ? (stale ?? turned()) : undefined;
      portrait = next;
      fitCanvas();
      draw();
    },
    end: () => {
      const ending = live();
      for (const track of ending) track.stop();
      // A page's own stop() fires nothing; an end from outside does: https://www.w3.org/TR/mediacapture-streams/#track-ended
      fire('ended', ending);
    },
  };
}
