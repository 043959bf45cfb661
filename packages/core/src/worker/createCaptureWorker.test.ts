import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraError } from '../errors/CameraError.ts';
import { ImageError } from '../errors/ImageError.ts';
import { defaultImageLimits } from '../image/imageLimits.ts';
import { createCaptureWorker } from './createCaptureWorker.ts';
import { toFailure } from './toFailure.ts';
import type { TaskAnswer, TaskOrder, WorkerGreeting } from './WorkerMessage.ts';

/** A worker that does nothing by itself. */
class FakeWorker extends EventTarget implements Worker {
  readonly orders: TaskOrder[] = [];
  readonly transfers: Transferable[][] = [];
  isTerminated = false;
  onerror = null;
  onmessage = null;
  onmessageerror = null;

  postMessage(message: TaskOrder, options?: StructuredSerializeOptions | Transferable[]): void {
    this.orders.push(message);
    this.transfers.push(Array.isArray(options) ? options : (options?.transfer ?? []));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: TaskAnswer | WorkerGreeting): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** What can be handed over and closed, as far as Node has it. */
class Pixels extends ArrayBuffer {
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
}

function open() {
  const fake = new FakeWorker();
  return { fake, worker: createCaptureWorker(() => fake) };
}

const ready: WorkerGreeting = { canDraw: true };
// A baseline JPEG that is stripped without being decoded, so that it can be prepared where nothing can draw.
const segment = (marker: number, ...data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
const jpeg = [[0xff, 0xd8], segment(0xc0, 8, 1, 144, 2, 128, 1, 1, 0x11, 0), segment(0xda, 1, 1, 0, 0, 63, 0)].flat();
const file = new Blob([new Uint8Array([...jpeg, ...Array.from({ length: 600 }, () => 1), 0xff, 0xd9])]);
const input = { file, limits: defaultImageLimits };
const onMain = { widthPx: 640, heightPx: 400, preparation: { path: 'stripped', place: 'main' } };

const output = { undecoded: { type: 'image/heic' } } as never;
const done = (id: number, handBack: Transferable[] = []): TaskAnswer => ({ id, output, handBack });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createCaptureWorker', () => {
  it('sends what it is asked once the worker is ready, and gives each the answer that is its own', async () => {
    const { fake, worker } = open();
    const first = worker.run('prepareFile', input);
    const second = worker.run('prepareFile', input);
    expect(fake.orders).toEqual([]);
    fake.say(ready);
    expect(fake.orders.map(({ id, name }) => [id, name])).toEqual([
      [1, 'prepareFile'],
      [2, 'prepareFile'],
    ]);
    const other = { undecoded: { type: 'image/avif' } } as never;
    fake.say({ id: 2, output: other, handBack: [] });
    fake.say(done(1));
    await expect(second).resolves.toBe(other);
    await expect(first).resolves.toBe(output);
    expect(worker.place).toBe('worker');
  });

  describe('where none starts', () => {
    it.each<[string, (fake: FakeWorker) => unknown]>([
      ['an error comes before the first word', (fake) => fake.dispatchEvent(new Event('error'))],
      ['nothing is said in time', () => vi.advanceTimersByTime(4_000)],
      ['it cannot draw', (fake) => fake.say({ canDraw: false })],
      ['its first word cannot be read', (fake) => fake.dispatchEvent(new Event('messageerror'))],
    ])('works on the main thread: %s', async (_what, fail) => {
      const { fake, worker } = open();
      const before = worker.run('prepareFile', input);
      fail(fake);
      await expect(before).resolves.toMatchObject(onMain);
      await expect(worker.run('prepareFile', input)).resolves.toMatchObject(onMain);
      expect(worker).toMatchObject({ place: 'main', isRefused: true });
      expect(fake.isTerminated).toBe(true);
      expect(fake.orders).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('works on the main thread: the constructor throws', async () => {
      const worker = createCaptureWorker(() => {
        throw new Error('refused by the page’s policy');
      });
      await expect(worker.run('prepareFile', input)).resolves.toMatchObject(onMain);
      expect(worker).toMatchObject({ place: 'main', isRefused: true });
      expect(vi.getTimerCount()).toBe(0);
    });

    it('gives the errors of the main thread as they are', async () => {
      const { fake, worker } = open();
      fake.dispatchEvent(new Event('error'));
      const empty = worker.run('prepareFile', { file: new Blob(), limits: defaultImageLimits });
      await expect(empty).rejects.toMatchObject({ name: 'ImageError', code: 'image/empty' });
    });
  });

  describe('when the worker dies in the middle of a job', () => {
    it.each<[string, (fake: FakeWorker) => unknown]>([
      ['of an error', (fake) => fake.dispatchEvent(new Event('error'))],
      ['of a message that cannot be read', (fake) => fake.dispatchEvent(new Event('messageerror'))],
      ['and says nothing', () => vi.advanceTimersByTime(30_000)],
    ])('does again what it can, %s', async (_what, fail) => {
      const { fake, worker } = open();
      fake.say(ready);
      const again = worker.run('prepareFile', input);
      const gone = worker.run('prepareFile', input, [new ArrayBuffer(8)]);
      fail(fake);
      await expect(gone).rejects.toMatchObject({ name: 'ImageError', code: 'image/canvas-unavailable', retryable: true });
      await expect(again).resolves.toMatchObject(onMain);
      await expect(worker.run('prepareFile', input)).resolves.toMatchObject(onMain);
      // It did start, so it is worth another try.
      expect(worker).toMatchObject({ place: 'main', isRefused: false });
      expect(fake.isTerminated).toBe(true);
    });

    it('waits for an answer for 20 s and more', async () => {
      const { fake, worker } = open();
      fake.say(ready);
      const running = worker.run('prepareFile', input);
      vi.advanceTimersByTime(29_000);
      fake.say(done(1));
      await expect(running).resolves.toBe(output);
      vi.advanceTimersByTime(1_000);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('does not take one for dead that answers, however long it has been at work', async () => {
      const { fake, worker } = open();
      fake.say(ready);
      for (let id = 1; id < 20; id += 1) {
        const running = worker.run('prepareFile', input);
        vi.advanceTimersByTime(9_000);
        fake.say(done(id));
        await expect(running).resolves.toBe(output);
      }
      expect(worker.place).toBe('worker');
      worker.close();
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it('runs on the main thread what cannot be sent, and goes on with the worker', async () => {
    const { fake, worker } = open();
    fake.say(ready);
    vi.spyOn(fake, 'postMessage').mockImplementationOnce(() => {
      throw new DOMException('no', 'DataCloneError');
    });
    await expect(worker.run('prepareFile', input)).resolves.toMatchObject(onMain);
    expect(worker.place).toBe('worker');
    const next = worker.run('prepareFile', input);
    fake.say(done(2));
    await expect(next).resolves.toBe(output);
  });

  it('gives errors back with class, code, details and words', async () => {
    const { fake, worker } = open();
    fake.say(ready);
    const errors = [
      new ImageError('image/too-small', 'It is small.', { details: { widthPx: 3, limit: 320 }, cause: new Error('why') }),
      new CameraError('camera/timeout', 'It is late.'),
      new TypeError('a fault of ours'),
    ];
    const runs = errors.map(() => worker.run('prepareFile', input).catch((error: unknown) => error));
    errors.forEach((error, index) => fake.say({ id: index + 1, failure: structuredClone(toFailure(error)) }));
    const [image, camera, other] = await Promise.all(runs);
    expect(image).toBeInstanceOf(ImageError);
    expect(image).toMatchObject({
      code: 'image/too-small',
      message: 'It is small.',
      retryable: false,
      details: { widthPx: 3, limit: 320 },
      cause: 'Error: why',
    });
    expect(camera).toBeInstanceOf(CameraError);
    expect(camera).toMatchObject({ code: 'camera/timeout', message: 'It is late.', retryable: true });
    expect(other).toMatchObject({ name: 'TypeError', message: 'a fault of ours' });
  });

  describe('when a job is aborted', () => {
    it('tells the worker, rejects at once, and closes what comes back late', async () => {
      const { fake, worker } = open();
      fake.say(ready);
      const abort = new AbortController();
      const running = worker.run('prepareFile', input, [], abort.signal);
      abort.abort('left the page');
      await expect(running).rejects.toBe('left the page');
      expect(fake.orders.at(-1)).toEqual({ id: 1 });
      const late = new Pixels(1);
      fake.say(done(1, [late]));
      expect(late.isClosed).toBe(true);
      worker.close();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('closes what was not sent yet', async () => {
      const { fake, worker } = open();
      const abort = new AbortController();
      const [waiting, refused] = [new Pixels(1), new Pixels(1)];
      const running = worker.run('prepareFile', input, [waiting], abort.signal);
      abort.abort('left the page');
      await expect(running).rejects.toBe('left the page');
      await expect(worker.run('prepareFile', input, [refused], abort.signal)).rejects.toBe('left the page');
      expect([waiting.isClosed, refused.isClosed]).toEqual([true, true]);
      fake.say(ready);
      expect(fake.orders).toEqual([]);
    });

    it('ends the work on the main thread and closes its input', async () => {
      const { fake, worker } = open();
      fake.dispatchEvent(new Event('error'));
      const abort = new AbortController();
      const given = new Pixels(1);
      const running = worker.run('prepareFile', input, [given], abort.signal);
      abort.abort('left the page');
      await expect(running).rejects.toBe('left the page');
      await vi.waitFor(() => expect(given.isClosed).toBe(true));
    });
  });

  it('ends its worker when it is closed, also before that has started', () => {
    const { fake, worker } = open();
    worker.close();
    expect(fake.isTerminated).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
