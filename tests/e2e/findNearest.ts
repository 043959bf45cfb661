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

/**
 * Finds the frame most like a picture. At this size two frames that differ by their blur or their glare only are told apart; a
 * correlation does not heed that Chromium's fake camera stretches brightness.
 *
 * @throws Error when there is no frame.
 */
export async function findNearest(picture: Buffer, frames: readonly ClipFrame[]): Promise<NearestFrame> {
  const wanted = await readBrightness(picture);
  const likenesses = await Promise.all(frames.map(async ({ jpeg }) => correlate(wanted, await readBrightness(jpeg))));
  const likeness = Math.max(...likenesses);
  const index = likenesses.indexOf(likeness);
  const frame = frames[index];
  if (!frame) throw new Error('The clip has no frames.');
  return { ...frame, index, likeness };
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
