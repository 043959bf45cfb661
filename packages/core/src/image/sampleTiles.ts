import { type Canvas, createCanvas } from './createCanvas.ts';

/** Whole blocks of any chroma subsampling, so that a tile costs what it costs in its place. */
const tilePx = 64;
const share = 0.04;
/** Markers and tables of a JPEG as browsers write it. */
const headerBytes = 620;

/** To where the blocks of the whole picture lie. */
const snap = (at: number) => Math.max(0, Math.floor(at / 16) * 16);

/** A small part of a picture that stands for all of it when bytes are counted. */
export interface TileSample {
  /** About how many bytes the whole picture takes at a quality. */
  estimateBytes(quality: number): Promise<number>;
  close(): void;
}

/** Takes 4 % of a picture, spread over all of it, to learn what a quality costs in a twentieth of the time. */
export function sampleTiles({ pixels }: Canvas): TileSample {
  const { width, height } = pixels;
  const columns = Math.ceil(width / tilePx);
  const rows = Math.ceil(height / tilePx);
  const count = Math.ceil(columns * rows * share);
  const sample = createCanvas(count * tilePx, tilePx);
  for (let index = 0; index < count; index += 1) {
    // Steps of the golden ratio along the rows: no column is met more often than another.
    const x = ((index * 0.618_034) % 1) * (width - tilePx);
    const y = ((index + 0.5) / count) * (height - tilePx);
    sample.context.drawImage(pixels, snap(x), snap(y), tilePx, tilePx, index * tilePx, 0, tilePx, tilePx);
  }
  const times = (width * height) / (count * tilePx * tilePx);
  return {
    estimateBytes: async (quality) => headerBytes + ((await sample.encode(quality)).size - headerBytes) * times,
    close: sample.close,
  };
}
