import { type Canvas, createCanvas } from './createCanvas.ts';

/** Whole blocks of any chroma subsampling, so that a tile costs what it costs in its place. */
const tilePx = 64;
const share = 0.04;
/** Markers and tables of a JPEG as browsers write it. */
const headerBytes = 620;

/** A small part of a picture that stands for all of it when bytes are counted. */
export interface TileSample {
  /** About how many bytes the whole picture takes at a quality. */
  estimateBytes(quality: number): Promise<number>;
  close(): void;
}

/** Takes 4 % of a picture, spread over all of it, to learn what a quality costs in a twentieth of the time. */
export function sampleTiles({ pixels }: Canvas): TileSample {
  const columns = Math.max(1, Math.floor(pixels.width / tilePx));
  const rows = Math.max(1, Math.floor(pixels.height / tilePx));
  const count = Math.max(1, Math.ceil(columns * rows * share));
  const across = Math.ceil(Math.sqrt(count));
  const down = Math.ceil(count / across);
  const sample = createCanvas(across * tilePx, down * tilePx);
  const tiles = across * down;
  for (let index = 0; index < tiles; index += 1) {
    // Steps of the golden ratio along the rows: no column is met more often than another.
    const row = Math.floor(((index + 0.5) / tiles) * rows);
    const column = Math.floor(((index * 0.618_034) % 1) * columns);
    const [x, y] = [(index % across) * tilePx, Math.floor(index / across) * tilePx];
    sample.context.drawImage(pixels, column * tilePx, row * tilePx, tilePx, tilePx, x, y, tilePx, tilePx);
  }
  const times = (pixels.width * pixels.height) / (tiles * tilePx * tilePx);
  return {
    estimateBytes: async (quality) => headerBytes + ((await sample.encode(quality)).size - headerBytes) * times,
    close: () => sample.close(),
  };
}
