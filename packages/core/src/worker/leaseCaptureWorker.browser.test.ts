import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultImageLimits } from '../image/imageLimits.ts';
import { leaseCaptureWorker } from './leaseCaptureWorker.ts';

const RealWorker = Worker;
const live = new Set<Worker>();

class CountedWorker extends RealWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    live.add(this);
  }

  override terminate(): void {
    live.delete(this);
    super.terminate();
  }
}

async function takePicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(640, 480);
  canvas.getContext('2d')?.fillRect(0, 0, 320, 480);
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

const prepare = (file: Blob) => ({ file, limits: defaultImageLimits });
const untilEnded = () => vi.waitFor(() => expect(live.size).toBe(0), { timeout: 5_000 });

afterEach(async () => {
  await untilEnded();
  vi.unstubAllGlobals();
});

describe('leaseCaptureWorker', () => {
  it('runs tasks in one worker that all holders share, and ends it after the last release', async () => {
    vi.stubGlobal('Worker', CountedWorker);
    const [first, second] = [leaseCaptureWorker(), leaseCaptureWorker()];
    const source = await takePicture();
    const pictures = await Promise.all([first.run('prepareFile', prepare(source)), second.run('prepareFile', prepare(source))]);
    for (const picture of pictures) expect(picture).toMatchObject({ widthPx: 640, heightPx: 480 });
    expect(first.place).toBe('worker');
    expect(live.size).toBe(1);
    first.release();
    first.release();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(live.size).toBe(1);
    second.release();
    await untilEnded();
  });

  it('finishes what was asked of it before the last release, and starts anew for the next', async () => {
    const started = vi.fn<() => void>();
    vi.stubGlobal(
      'Worker',
      class extends CountedWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          started();
        }
      },
    );
    const first = leaseCaptureWorker();
    const running = first.run('prepareFile', prepare(await takePicture()));
    first.release();
    await expect(running).resolves.toMatchObject({ widthPx: 640 });
    await untilEnded();
    const second = leaseCaptureWorker();
    await expect(second.run('prepareFile', prepare(await takePicture()))).resolves.toMatchObject({ widthPx: 640 });
    second.release();
    expect(started).toHaveBeenCalledTimes(2);
  });

  it('keeps one worker from a lease to the next that follows at once', async () => {
    vi.stubGlobal('Worker', CountedWorker);
    leaseCaptureWorker().release();
    const [before] = live;
    leaseCaptureWorker().release();
    expect([...live]).toEqual([before]);
  });

  it('takes a frame and leaves nothing of it here', async () => {
    vi.stubGlobal('Worker', CountedWorker);
    const lease = leaseCaptureWorker();
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext('2d')?.fillRect(0, 0, 320, 480);
    const pixels = new VideoFrame(canvas, { timestamp: 0 });
    const running = lease.run('preparePixels', { pixels, limits: undefined }, [pixels]);
    await expect(running).resolves.toMatchObject({ widthPx: 640, preparation: { path: 'frame', place: 'worker' } });
    expect(pixels.format).toBeNull();
    lease.release();
  });
});
