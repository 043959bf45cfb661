/** A track's frames, one when one is wanted. */
export interface FrameFeed {
  /**
   * Waits for a frame that comes at least `gapMs` after the last one given; those before it are closed. It is the caller's to close.
   *
   * @returns `undefined` when there will be none: the track has ended or been silent for seconds, or the feed was closed.
   */
  next(gapMs: number): Promise<VideoFrame | undefined>;
  close(): void;
}

/** A track that gives nothing from one look to the next has gone silent. A worker may take longer for a job before it counts as dead. */
const lookMs = 5_000;

/** Makes a feed of the frames of a `MediaStreamTrackProcessor`, which drops what nobody asks for. */
export function createFrameFeed(frames: ReadableStream<VideoFrame>): FrameFeed {
  const reader = frames.getReader();
  let isClosed = false;
  let isReading = false;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = -Infinity;
  const end = () => {
    clearTimeout(timer);
    reader.cancel().catch(() => undefined);
  };

  /** One timer for many frames: to set one for each takes longer than to read it. */
  const look = () => {
    const before = count;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!isReading) return;
      if (count === before) end();
      else look();
    }, lookMs);
  };

  const read = async (): Promise<VideoFrame | undefined> => {
    isReading = true;
    look();
    const { value: frame } = await reader.read();
    isReading = false;
    count += 1;
    if (!isClosed) return frame;
    frame?.close();
    end();
    return undefined;
  };

  return {
    next: async (gapMs) => {
      for (let frame = await read(); frame; frame = await read()) {
        const nowMs = performance.now();
        if (nowMs - lastMs >= gapMs) {
          lastMs = nowMs;
          return frame;
        }
        frame.close();
      }
      return undefined;
    },
    // Chromium keeps a frame that comes while the stream is cancelled, until garbage is collected, and after a handful of them gives no
    // more. So it ends with the next frame: then none is on its way.
    close: () => {
      isClosed = true;
      if (!isReading) read().catch(() => undefined);
    },
  };
}
