import { CameraError } from '../errors/CameraError.ts';
import { isBlank } from './isBlank.ts';
import { readSides } from './readSides.ts';

/** One frame of a video at its own size, never the size of the element and never mirrored. */
export interface GrabbedFrame {
  /** Draw it, or send it to a worker. */
  readonly pixels: VideoFrame | ImageBitmap;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Frees the frame. Cameras have few buffers and stall when they are not given back. */
  close(): void;
}

/** Names the frame's own size and who closes it. */
export function toGrabbedFrame(pixels: VideoFrame | ImageBitmap): GrabbedFrame {
  return { pixels, ...readSides(pixels), close: () => pixels.close() };
}

/** `HTMLMediaElement.HAVE_CURRENT_DATA`. */
const hasCurrentData = 2;

/**
 * WebKitGTK 2.50 gives a frame that is painted each time it is drawn, and under load is clear one time and not the next. No camera's own
 * frames are of this kind.
 */
const isDrawnLater = ({ format }: VideoFrame) => format === 'RGBA' || format === 'BGRA';

/** What the video shows now, where a `VideoFrame` of it can be had at once and lies as it is painted. */
export function grabVideoFrame(video: HTMLVideoElement): GrabbedFrame | undefined {
  if (typeof VideoFrame !== 'function') return undefined;
  try {
    const pixels = new VideoFrame(video);
    const frame = toGrabbedFrame(pixels);
    // On a phone the track may lie about how it is turned (react-webcam#416); the bitmap below is what was painted.
    const isAsPainted = frame.widthPx === video.videoWidth && frame.heightPx === video.videoHeight;
    if (isAsPainted && !isDrawnLater(pixels)) return frame;
    frame.close();
  } catch {
    // No frame from this kind of video: the bitmap is next.
  }
  return undefined;
}

const hasPicture = (video: HTMLVideoElement) => video.readyState >= hasCurrentData && video.videoWidth > 0 && video.videoHeight > 0;

/**
 * What the video shows at this moment; nothing where the browser has no frame just now.
 *
 * @throws whatever the browser throws when it gives no bitmap.
 */
export async function grabMoment(video: HTMLVideoElement): Promise<GrabbedFrame | undefined> {
  if (!hasPicture(video)) return undefined;
  const frame = grabVideoFrame(video);
  if (frame) return frame;
  const bitmap = await createImageBitmap(video);
  if (!isBlank(bitmap)) return toGrabbedFrame(bitmap);
  bitmap.close();
  return undefined;
}

/** A video that plays may be without a frame for a moment. One that is for so long, and so often, has stopped. */
const patience = { ms: 1_000, tries: 5, restMs: 50 };

/**
 * Grabs what the video shows now. Close the frame when done with it.
 *
 * It is a `VideoFrame` where there is one, which costs the main thread next to nothing, else an `ImageBitmap`. Where the browser has none at
 * this moment, it is asked again for a second or longer.
 *
 * @throws CameraError `camera/timeout` when the video has no picture yet: wait for its `playing` event, because what
 * a camera gives before it is black.
 */
export async function grabFrame(video: HTMLVideoElement): Promise<GrabbedFrame> {
  let cause: unknown;
  const endsAt = performance.now() + patience.ms;
  for (let tries = 0; hasPicture(video) && (tries < patience.tries || performance.now() < endsAt); tries += 1) {
    if (tries > 0) await rest();
    try {
      const frame = await grabMoment(video);
      if (frame) return frame;
    } catch (error) {
      cause = error;
    }
  }
  throw new CameraError(
    'camera/timeout',
    'The video shows no picture yet, so there is nothing to take. Wait until it plays, then try again.',
    {
      cause,
    },
  );
}

function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience.restMs);
  });
}
