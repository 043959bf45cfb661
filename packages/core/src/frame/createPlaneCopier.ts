import { createRgbaConverter } from './createRgbaConverter.ts';
import type { ChromaPlanes, FramePlanes } from './framePlanes.ts';

/** Copies a frame's own bytes; `undefined` where they are of no use as they are. The planes are good until the next call. */
export type PlaneCopier = (frame: VideoFrame) => Promise<FramePlanes | undefined>;

/** Turn and mirror are newer than the types. Source: https://www.w3.org/TR/webcodecs/#dom-videoframe-rotation */
type TurnedFrame = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

/** Whether the stored picture is the shown one: not turned, not mirrored, its pixels square. */
function isUpright({ rotation, flip, visibleRect, displayWidth, displayHeight }: TurnedFrame): boolean {
  return !rotation && !flip && visibleRect?.width === displayWidth && visibleRect.height === displayHeight;
}

function toChroma(
  format: VideoPixelFormat,
  bytes: Uint8Array,
  layout: readonly PlaneLayout[],
  frame: VideoFrame,
): ChromaPlanes | undefined {
  const [, first, second] = layout;
  const size = { widthPx: (frame.displayWidth + 1) >> 1, heightPx: (frame.displayHeight + 1) >> 1 };
  if (format === 'NV12' && first) {
    return { ...size, stride: first.stride, step: 2, cb: bytes.subarray(first.offset), cr: bytes.subarray(first.offset + 1) };
  }
  if (format.startsWith('I420') && first && second) {
    return { ...size, stride: first.stride, step: 1, cb: bytes.subarray(first.offset), cr: bytes.subarray(second.offset) };
  }
  return undefined;
}

/** Eight bits a sample and brightness by itself; or red, green and blue. Others, of ten or twelve bits, are left. */
const copied = /^(I4..A?|NV12|(RGB|BGR).)$/;
/** Longer sides than this are made smaller while red, green and blue are converted, which takes its time for each pixel. */
const maxRgbEdgePx = 960;

/**
 * Makes a copier that keeps its buffer, so that frame after frame of one kind allocates nothing.
 *
 * Cameras deliver I420 or NV12, whose first plane is brightness already: nothing is drawn or converted. Screens, canvases and some
 * cameras deliver red, green and blue: converting those takes a quarter of the time that drawing them small does in software.
 */
export function createPlaneCopier(): PlaneCopier {
  const convert = createRgbaConverter();
  let bytes = new Uint8Array();
  let planes: FramePlanes | undefined;
  let last = '';
  return async (frame) => {
    const { format, displayWidth: widthPx, displayHeight: heightPx } = frame;
    if (!format || !copied.test(format) || typeof frame.copyTo !== 'function' || !isUpright(frame)) return undefined;
    const range = frame.colorSpace.fullRange ? 'full' : 'limited';
    const key = [format, widthPx, heightPx, range].join();
    if (key !== last) {
      planes = undefined;
      bytes = new Uint8Array(frame.allocationSize());
    }
    const layout = await frame.copyTo(bytes);
    last = key;
    if (format.includes('G')) {
      const [{ offset, stride } = { offset: 0, stride: widthPx * 4 }] = layout;
      const shrink = Math.ceil(Math.max(widthPx, heightPx) / maxRgbEdgePx);
      return convert(bytes.subarray(offset), { widthPx, heightPx, stride, isBgr: format.startsWith('B'), shrink });
    }
    planes ??= {
      widthPx,
      heightPx,
      luma: bytes.subarray(layout[0]?.offset),
      stride: layout[0]?.stride ?? widthPx,
      range,
      chroma: toChroma(format, bytes, layout, frame),
      frameWidthPx: widthPx,
      frameHeightPx: heightPx,
    };
    return planes;
  };
}
