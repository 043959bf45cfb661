import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrameFeed } from './createFrameFeed.ts';

/** As much of a frame as is looked at here. */
const createFrame = () => ({ close: vi.fn<() => void>() }) as Partial<VideoFrame> as VideoFrame;

/** A track whose frames come when the test says so; like a processor's it makes one only when it is asked. */
function createTrack() {
  const cancel = vi.fn<() => void>();
  let controller: ReadableStreamDefaultController<VideoFrame> | undefined;
  const start = (given: ReadableStreamDefaultController<VideoFrame>) => {
    controller = given;
  };
  const feed = createFrameFeed(new ReadableStream({ start, cancel }, { highWaterMark: 0 }));
  return {
    feed,
    cancel,
    end: () => controller?.close(),
    give: async () => {
      const frame = createFrame();
      controller?.enqueue(frame);
      await vi.advanceTimersByTimeAsync(0);
      return frame;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createFrameFeed', () => {
  it('gives the first frame at once, then one that comes late enough, and closes those between', async () => {
    const { feed, give, end } = createTrack();
    const first = feed.next(60);
    expect(await give()).toBe(await first);
    const second = feed.next(60);
    const early = [await give()];
    await vi.advanceTimersByTimeAsync(30);
    early.push(await give());
    await vi.advanceTimersByTimeAsync(30);
    const due = await give();
    expect(await second).toBe(due);
    for (const frame of early) expect(frame.close).toHaveBeenCalledOnce();
    expect(due.close).not.toHaveBeenCalled();
    end();
    expect(await feed.next(60)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has no more frames when the track ends while one is waited for', async () => {
    const { feed, end } = createTrack();
    const next = feed.next(60);
    end();
    expect(await next).toBeUndefined();
  });

  it('gives up a track that is silent for seconds, but not one that is slow', async () => {
    const { feed, give, cancel } = createTrack();
    const first = feed.next(60_000);
    await give();
    await first;
    const next = feed.next(60_000);
    for (let frame = 0; frame < 3; frame += 1) {
      await give();
      await vi.advanceTimersByTimeAsync(4_000);
    }
    expect(cancel).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cancel).toHaveBeenCalledOnce();
    expect(await next).toBeUndefined();
  });

  it('ends with the next frame when it is closed while one is waited for, and closes that', async () => {
    const { feed, give, cancel } = createTrack();
    const next = feed.next(60);
    feed.close();
    await vi.advanceTimersByTimeAsync(100);
    expect(cancel).not.toHaveBeenCalled();
    const late = await give();
    expect(await next).toBeUndefined();
    expect(late.close).toHaveBeenCalledOnce();
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('ends in the same way when nothing is waited for, and with a track that gives nothing more', async () => {
    const { feed, give, cancel } = createTrack();
    feed.close();
    const late = await give();
    expect(late.close).toHaveBeenCalledOnce();
    expect(cancel).toHaveBeenCalledOnce();
    const silent = createTrack();
    silent.feed.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(silent.cancel).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});
