import sharp from 'sharp';
import type { ClipFrame } from './readClip.ts';

/** The frame of a clip that a picture was made of. */
export interface NearestFrame extends ClipFrame {
  readonly index: number;
  /** Correlation of the two pictures' brightness, at most 1. */
  readonly likeness: number;
}

const widthPx = 320;
const heightPx = 240;

/** Decoding them takes longer than all else, and one clip is searched several times. */
const brightnesses = new WeakMap<ClipFrame, Promise<Float64Array>>();

/**
 * Finds the frame most like a picture. At this size two frames that differ by their blur or their glare only are told apart; a
 * correlation does not heed that Chromium's fake camera stretches brightness.
 *
 * @throws Error when there is no frame.
 */
export async function findNearest(picture: Buffer, frames: readonly ClipFrame[]): Promise<NearestFrame> {
  const wanted = await readBrightness(picture);
  const likenesses = await Promise.all(frames.map(async (frame) => correlate(wanted, await readFrame(frame))));
  const likeness = Math.max(...likenesses);
  const index = likenesses.indexOf(likeness);
  const frame = frames[index];
  if (!frame) throw new Error('The clip has no frames.');
  return { ...frame, index, likeness };
}

function readFrame(frame: ClipFrame): Promise<Float64Array> {
  const brightness = brightnesses.get(frame) ?? readBrightness(frame.jpeg);
  brightnesses.set(frame, brightness);
  return brightness;
}

/** Brightness around its mean. */
async function readBrightness(picture: Buffer): Promise<Float64Array> {
  const bytes = await sharp(picture).greyscale().resize(widthPx, heightPx, { fit: 'fill' }).raw().toBuffer();
  const values = Float64Array.from(bytes);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function correlate(one: Float64Array, other: Float64Array): number {
  const dot = (left: Float64Array, right: Float64Array) => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  // A picture of one colour is like none.
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other)) || 0;
}
