import type { LumaGrid } from './sampleGrid.ts';

/** Thin edges in brightness and colour: ridges of the gradient, one cell wide. */
export interface Edges {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many of `cells` count. */
  readonly count: number;
  /** Where the edges are: numbers of cells, row by row. */
  readonly cells: Int32Array;
  /** For each cell 1 + the direction of its gradient in `angleSteps`, opposite directions being the same; 0 where there is no edge. */
  readonly angles: Uint8Array;
}

/** Half a turn. */
export const angleSteps = 90;

/** Colour weighs more than brightness: a card and a table of the same grey differ in nothing else, and shadows have none. */
const tintGain = 2.5;

/** Of all cells at most this share is kept, those with the strongest gradient, so that a texture in sun is not all edges. */
const maxShare = 0.16;

/** Least difference across an edge, of 255. */
const minStep = 3;

/** Directions for gradients up to 45 degrees from the x axis, by their slope from -1 to 1. */
const slopeSteps = 128;
const slopeAngles = Uint8Array.from({ length: 2 * slopeSteps + 1 }, (_, index) => {
  const angle = Math.round((Math.atan(index / slopeSteps - 1) / Math.PI) * angleSteps);
  return (angle + angleSteps) % angleSteps;
});

function toAngle(dx: number, dy: number): number {
  if (Math.abs(dy) <= Math.abs(dx)) return slopeAngles[((dy / dx + 1) * slopeSteps + 0.5) | 0] as number;
  return (angleSteps + angleSteps / 2 - (slopeAngles[((dx / dy + 1) * slopeSteps + 0.5) | 0] as number)) % angleSteps;
}

/** No edges are looked for this near to the frame's border: their surroundings are not known. */
export const marginPx = 2;

interface Buffers {
  readonly rows: Int16Array;
  readonly light: Int16Array;
  readonly tint: Int16Array;
  readonly power: Int32Array;
  readonly cells: Int32Array;
  readonly directions: Uint8Array;
  readonly angles: Uint8Array;
}

function createBuffers(size: number): Buffers {
  return {
    rows: new Int16Array(size),
    light: new Int16Array(size),
    tint: new Int16Array(size),
    power: new Int32Array(size),
    cells: new Int32Array(size),
    directions: new Uint8Array(size),
    angles: new Uint8Array(size),
  };
}

/** Weighs each cell with its neighbours, 1 2 1 both ways: 16 times brightness. The border is taken to go on outside. */
function smooth(luma: Int16Array, width: number, rows: Int16Array, target: Int16Array): void {
  const size = luma.length;
  for (let i = 1; i < size - 1; i += 1) rows[i] = (luma[i - 1] as number) + 2 * (luma[i] as number) + (luma[i + 1] as number);
  for (let i = 0; i < size; i += width) {
    const end = i + width - 1;
    rows[i] = 3 * (luma[i] as number) + (luma[i + 1] as number);
    rows[end] = 3 * (luma[end] as number) + (luma[end - 1] as number);
  }
  for (let i = width; i < size - width; i += 1) {
    target[i] = ((rows[i - width] as number) + 2 * (rows[i] as number) + (rows[i + width] as number)) >> 2;
  }
  const last = size - width;
  for (let i = 0; i < width; i += 1) {
    target[i] = (3 * (rows[i] as number) + (rows[i + width] as number)) >> 2;
    target[last + i] = (3 * (rows[last + i] as number) + (rows[last - width + i] as number)) >> 2;
  }
}

/**
 * One colour for each cell of the luma grid, between orange and blue, the axis along which most things differ. Drawing the
 * coarser chroma out to twice its sides weighs neighbours 1 and 3, which is as smooth as brightness: 16 times `tintGain`.
 */
function spreadTint(cb: Int16Array, cr: Int16Array, width: number, height: number, row: Int16Array, target: Int16Array): void {
  const half = (width + 1) >> 1;
  const lastRow = ((height + 1) >> 1) - 1;
  for (let y = 0; y < height; y += 1) {
    const near = (y >> 1) * half;
    const far = Math.max(0, Math.min(lastRow, (y >> 1) + (y & 1 ? 1 : -1))) * half;
    for (let x = 0; x < half; x += 1) {
      const tint = 3 * ((cb[near + x] as number) - (cr[near + x] as number)) + (cb[far + x] as number) - (cr[far + x] as number);
      row[x] = (tint * tintGain) / 4;
    }
    row[half] = row[half - 1] as number;
    let before = row[0] as number;
    let at = y * width;
    for (let x = 0; x < half; x += 1, at += 2) {
      const here = row[x] as number;
      target[at] = 3 * here + before;
      // In a grid of odd width this runs one cell into the next row, which is then overwritten.
      target[at + 1] = 3 * here + (row[x + 1] as number);
      before = here;
    }
  }
}

/** The squared gradient of brightness and colour together, but for the cells of the border. */
function measurePower(light: Int16Array, tint: Int16Array, width: number, height: number, power: Int32Array): void {
  for (let y = 1; y < height - 1; y += 1) {
    for (let i = y * width + 1, end = (y + 1) * width - 1; i < end; i += 1) {
      const lightX = (light[i + 1] as number) - (light[i - 1] as number);
      const lightY = (light[i + width] as number) - (light[i - width] as number);
      const tintX = (tint[i + 1] as number) - (tint[i - 1] as number);
      const tintY = (tint[i + width] as number) - (tint[i - width] as number);
      // imul: plain products are checked for overflow and for -0, which doubles the time.
      const lightPower = (Math.imul(lightX, lightX) + Math.imul(lightY, lightY)) | 0;
      power[i] = (lightPower + ((Math.imul(tintX, tintX) + Math.imul(tintY, tintY)) | 0)) | 0;
    }
  }
}

/** Collects the cells in which the gradient is greater than in those before and behind, and gives how many there are. */
function findRidges({ light, tint, power, cells, directions }: Buffers, width: number, height: number): number {
  const floor = (minStep * 16) ** 2;
  let ridges = 0;
  for (let y = marginPx; y < height - marginPx; y += 1) {
    let before = power[y * width + marginPx - 1] as number;
    let here = power[y * width + marginPx] as number;
    for (let i = y * width + marginPx, end = (y + 1) * width - marginPx; i < end; i += 1) {
      const after = power[i + 1] as number;
      // Negative where `before < here >= after`. Half of these comparisons go either way: as branches they cost most of the time.
      const across = (before - here) & (after - here - 1);
      const down = ((power[i - width] as number) - here) & ((power[i + width] as number) - here - 1);
      const isRidge = ((across | down) & (floor - here)) < 0;
      before = here;
      here = after;
      if (!isRidge) continue;
      let dx = (light[i + 1] as number) - (light[i - 1] as number);
      let dy = (light[i + width] as number) - (light[i - width] as number);
      // Brightness and colour may step in opposite directions: the stronger of them tells which way.
      if (2 * (Math.imul(dx, dx) + Math.imul(dy, dy)) < before) {
        dx = (tint[i + 1] as number) - (tint[i - 1] as number);
        dy = (tint[i + width] as number) - (tint[i - width] as number);
      }
      if ((Math.abs(dx) > Math.abs(dy) ? across : down) >= 0) continue;
      cells[ridges] = i;
      directions[ridges] = toAngle(dx, dy);
      ridges += 1;
    }
  }
  return ridges;
}

/** The power that is exceeded in about `most` of the cells listed. */
function findLevel({ power, cells }: Buffers, ridges: number, most: number, histogram: Int32Array): number {
  if (ridges <= most) return 0;
  histogram.fill(0);
  for (let ridge = 0; ridge < ridges; ridge += 1) {
    const level = Math.min(histogram.length - 1, Math.sqrt(power[cells[ridge] as number] as number) >> 3);
    histogram[level] = (histogram[level] as number) + 1;
  }
  let level = histogram.length;
  for (let left = most; level > 0 && left >= 0;) {
    level -= 1;
    left -= histogram[level] as number;
  }
  return (level << 3) ** 2;
}

/** Makes a function that finds edges and keeps its memory from one frame to the next: what it gives holds until it is called again. */
export function createEdgeFinder(): (grid: LumaGrid) => Edges {
  let buffers = createBuffers(0);
  const histogram = new Int32Array(1024);

  return ({ widthPx, heightPx, luma, cb, cr }) => {
    const size = widthPx * heightPx;
    if (buffers.angles.length !== size) buffers = createBuffers(size);
    const { rows, light, tint, power, cells, directions, angles } = buffers;
    smooth(luma, widthPx, rows, light);
    if (cb && cr) spreadTint(cb, cr, widthPx, heightPx, rows, tint);
    else tint.fill(0);
    measurePower(light, tint, widthPx, heightPx, power);
    const ridges = findRidges(buffers, widthPx, heightPx);
    const least = findLevel(buffers, ridges, size * maxShare, histogram);
    angles.fill(0);
    let count = 0;
    for (let ridge = 0; ridge < ridges; ridge += 1) {
      const cell = cells[ridge] as number;
      if ((power[cell] as number) < least) continue;
      cells[count] = cell;
      count += 1;
      angles[cell] = 1 + (directions[ridge] as number);
    }
    return { widthPx, heightPx, count, cells, angles };
  };
}
