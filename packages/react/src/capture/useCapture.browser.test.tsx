import { createRelayClient } from '@stepframe/core';
import type { GrabbedFrame } from '@stepframe/core/capture';
import { createTestImage } from '@stepframe/sandbox';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StepframeProvider } from '../StepframeProvider.tsx';
import type { PictureSettings } from './PictureSettings.ts';
import { type Capture, useCapture, type UseCaptureOptions } from './useCapture.ts';

const RealWorker = Worker;
const workers = new Set<Worker>();
const frames = new Set<VideoFrame>();

/** A frame that is counted until it is closed, and its clones with it. */
function count(frame: VideoFrame): VideoFrame {
  frames.add(frame);
  const [close, clone] = [frame.close.bind(frame), frame.clone.bind(frame)];
  frame.close = () => {
    frames.delete(frame);
    close();
  };
  frame.clone = () => count(clone());
  return frame;
}

function takeFrame(widthPx = 1280, heightPx = 720): GrabbedFrame {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.fillRect(0, 0, widthPx / 2, heightPx);
  const pixels = count(new VideoFrame(canvas, { timestamp: 0 }));
  return { pixels, widthPx, heightPx, close: () => pixels.close() };
}

beforeEach(() => {
  vi.stubGlobal(
    'Worker',
    class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.add(this);
      }

      override terminate(): void {
        workers.delete(this);
        super.terminate();
      }

      override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
        super.postMessage(message, Array.isArray(options) ? { transfer: options } : options);
        // Sent away: from now on the worker's to close.
        for (const item of Array.isArray(options) ? options : []) if (item instanceof VideoFrame) frames.delete(item);
      }
    },
  );
});

afterEach(async () => {
  cleanup();
  // Every test ends with nothing left.
  await vi.waitUntil(() => workers.size + frames.size === 0, { timeout: 5_000 });
  vi.unstubAllGlobals();
});

const client = createRelayClient({ relayUrl: '/stepframe' });

function mount(options?: UseCaptureOptions, settings: PictureSettings = {}) {
  const { result, unmount } = renderHook(() => useCapture(options), {
    wrapper: ({ children }) => (
      <StrictMode>
        <StepframeProvider client={client} journeyId="journey-1" {...settings}>
          {children}
        </StepframeProvider>
      </StrictMode>
    ),
  });
  const until = (status: Capture['status']) => waitFor(() => expect(result.current.status).toBe(status), { timeout: 10_000 });
  return { now: () => result.current, do: (action: (capture: Capture) => void) => act(async () => action(result.current)), until, unmount };
}

/** The picture under review. */
function pictureOf(capture: Capture) {
  const picture = capture.status === 'reviewing' ? capture.pictures.front : undefined;
  if (!picture) throw new Error(`There is no picture: ${capture.status}.`);
  return picture;
}

describe('useCapture', () => {
  it('keeps one worker warm from the beginning until it is cleared', async () => {
    const capture = mount();
    expect(workers.size).toBe(0);
    await capture.do(({ begin }) => begin('camera'));
    expect(workers.size).toBe(1);
    await capture.do(({ take }) => take(takeFrame()));
    await capture.until('reviewing');
    expect(pictureOf(capture.now()).preparation).toMatchObject({ path: 'frame', place: 'worker' });
    expect(workers.size).toBe(1);
    await capture.do(({ clear }) => clear());
    await waitFor(() => expect(workers.size).toBe(0), { timeout: 5_000 });
  });

  it('prepares by the limits of the step, then of the provider, then by default', async () => {
    const capture = mount({ limits: { quality: 0.7 } }, { limits: { quality: 0.6, maxEdgePx: 640 } });
    await capture.do(({ begin }) => begin('camera'));
    await capture.do(({ take }) => take(takeFrame()));
    await capture.until('reviewing');
    expect(pictureOf(capture.now())).toMatchObject({ widthPx: 640, heightPx: 360, preparation: { quality: 0.7 } });
  });

  it('gives files that no browser decodes to the decoder of the provider', async () => {
    const heic = new Blob([new Uint8Array([0, 0, 0, 24]), 'ftypheic\0\0\0\0mif1heic'], { type: 'image/heic' });
    const decoders = { 'image/heic': () => createImageBitmap(new ImageData(800, 600)) };
    const without = mount();
    await without.do(({ begin }) => begin('file'));
    await without.do(({ take }) => take(heic));
    await waitFor(() => expect(without.now()).toMatchObject({ problem: { code: 'image/unsupported-type' } }), { timeout: 10_000 });
    const capture = mount({}, { decoders });
    await capture.do(({ begin }) => begin('file'));
    await capture.do(({ take }) => take(heic));
    await capture.until('reviewing');
    expect(pictureOf(capture.now()).preparation).toMatchObject({ sourceType: 'image/heic', path: 'plug-in' });
  });

  it('closes a frame that is refused, and says why', async () => {
    const capture = mount();
    await capture.do(({ begin }) => begin('camera'));
    await capture.do(({ take }) => take(takeFrame(320, 240)));
    await waitFor(() => expect(capture.now()).toMatchObject({ problem: { code: 'image/too-small', details: { limit: 320 } } }), {
      timeout: 10_000,
    });
    await waitFor(() => expect(frames.size).toBe(0));
  });

  it('leaves nothing open after many pictures, changes of mind and unmounts half way', async () => {
    const addresses = vi.spyOn(URL, 'createObjectURL');
    for (let round = 0; round < 8; round += 1) {
      const capture = mount();
      await capture.do(({ begin }) => begin('camera'));
      await capture.do(({ take }) => take(takeFrame()));
      await capture.until('reviewing');
      await capture.do(({ retake }) => retake('front'));
      // The second replaces the first, which is still being prepared.
      await capture.do(({ take }) => take(takeFrame()));
      await capture.do(({ take }) => take(round % 2 === 0 ? takeFrame() : createTestImage({ widthPx: 4000, heightPx: 3000 })));
      if (round % 4 === 0) await capture.until('reviewing');
      capture.unmount();
    }
    await waitFor(() => expect([...frames]).toEqual([]), { timeout: 5_000 });
    expect(workers.size).toBeLessThanOrEqual(1);
    expect(addresses).not.toHaveBeenCalled();
  });
});
