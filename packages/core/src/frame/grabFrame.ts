import { CameraError } from '../errors/CameraError.ts';
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

/** What the video shows now, where a `VideoFrame` of it can be had at once and lies as it is painted. */
export function grabVideoFrame(video: HTMLVideoElement): GrabbedFrame | undefined {
  if (typeof VideoFrame !== 'function') return undefined;
  try {
    const frame = toGrabbedFrame(new VideoFrame(video));
    // On a phone the track may lie about how it is turned (react-webcam#416); the bitmap below is what was painted.
    if (frame.widthPx === video.videoWidth && frame.heightPx === video.videoHeight) return frame;
    frame.close();
  } catch {
    // No frame from this kind of video: the bitmap is next.
  }
  return undefined;
}

/**
 * Grabs what the video shows now. Close the frame when done with it.
 *
 * It is a `VideoFrame` where there is one, which costs the main thread next to nothing, else an `ImageBitmap`.
 *
 * @throws CameraError `camera/timeout` when the video has no picture yet: wait for its `playing` event, because what
 * a camera gives before it is black.
 */
export async function grabFrame(video: HTMLVideoElement): Promise<GrabbedFrame> {
  try {
    if (video.readyState >= hasCurrentData && video.videoWidth > 0 && video.videoHeight > 0) {
      const frame = grabVideoFrame(video);
      if (frame) return frame;
      return toGrabbedFrame(await createImageBitmap(video));
    }
  } catch (cause) {
    throw new CameraError('camera/timeout', 'The camera gave no frame, so there is nothing to take. Try again in a moment.', { cause });
  }
  throw new CameraError(
    'camera/timeout',
    'The video shows no picture yet, so there is nothing to take. Wait until it plays, then try again.',
  );
}
