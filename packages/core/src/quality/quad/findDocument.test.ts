import { describe, expect, it } from 'vitest';
import { findDocument } from './findDocument.ts';
import type { LumaGrid } from './sampleGrid.ts';

type Paint = (x: number, y: number) => number;
type Corners = readonly (readonly [x: number, y: number])[];

/** A frame of four times the grid's sides, so that a cell more or less is four pixels; each cell from 2 x 2 samples, as `sampleGrid` does. */
function drawGrid(widthPx: number, heightPx: number, luma: Paint, cb?: Paint): LumaGrid {
  const draw = (columns: number, rows: number, paint: Paint) =>
    Int16Array.from({ length: columns * rows }, (_, cell) => {
      const [x, y] = [cell % columns, Math.floor(cell / columns)];
      return Math.round(paint(x - 0.25, y - 0.25) + paint(x + 0.25, y - 0.25) + paint(x - 0.25, y + 0.25) + paint(x + 0.25, y + 0.25));
    });
  const [columns, rows] = [(widthPx + 1) >> 1, (heightPx + 1) >> 1];
  return {
    widthPx,
    heightPx,
    luma: draw(widthPx, heightPx, luma),
    ...(cb && { cb: draw(columns, rows, (x, y) => cb(2 * x + 0.5, 2 * y + 0.5)), cr: new Int16Array(columns * rows).fill(4 * 128) }),
    frameWidthPx: widthPx * 4,
    frameHeightPx: heightPx * 4,
  };
}

/** The same on every run, and nothing to be seen in it: from the fraction of a large sine. */
const noise = (x: number, y: number) => {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return value - Math.floor(value) - 0.5;
};

function isInside(corners: Corners, x: number, y: number): boolean {
  return corners.every(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? [0, 0];
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) >= 0;
  });
}

/** How far the worst corner is off, in cells of the grid. Cell 0 lies from 0 to 1, so edges drawn at cell centres are half a cell on. */
function measureError(grid: LumaGrid, corners: Corners): number {
  const quad = findDocument(grid)?.quad ?? [];
  const errors = corners.map(([x, y]) => Math.min(...quad.map((corner) => Math.hypot(corner.x / 4 - x - 0.5, corner.y / 4 - y - 0.5))));
  return quad.length === 4 ? Math.max(...errors) : Infinity;
}

const card: Corners = [
  [82.3, 38.6],
  [243.8, 52.1],
  [236.4, 149.7],
  [71.2, 139.5],
];
const page: Corners = [
  [40.4, 60.2],
  [142.7, 51.3],
  [158.9, 250.8],
  [21.6, 262.4],
];

describe('findDocument', () => {
  it.each<readonly [string, LumaGrid, Corners]>([
    ['a bright card', drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 210 : 60)), card],
    ['a dark card', drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 50 : 200)), card],
    ['a page seen at an angle', drawGrid(180, 320, (x, y) => (isInside(page, x, y) ? 230 : 90)), page],
    ['a card in noise', drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 150 : 90) + 30 * noise(x, y)), card],
    ['a card in the dark', drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 14 : 6) + 3 * noise(x, y)), card],
    ['a card in uneven light', drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 200 : 90) * (0.5 + x / 400)), card],
    [
      'a card with a dark head, and print that is darker still',
      drawGrid(320, 180, (x, y) => {
        if (!isInside(card, x, y)) return 120 + 20 * noise(x, y);
        return y < 70 ? 40 : x > 150 && x < 220 && y < 130 && y % 12 < 3 && noise(x, y) > 0 ? 60 : 220;
      }),
      card,
    ],
    [
      'a card on wood with a strong grain',
      drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 200 : 110 + 18 * Math.sin(y / 2.5 + 3 * Math.sin(x / 25)) + 20 * noise(x, y))),
      card,
    ],
    [
      'a card of the same brightness in another colour',
      drawGrid(
        320,
        180,
        () => 128,
        (x, y) => (isInside(card, x, y) ? 165 : 118),
      ),
      card,
    ],
  ])('finds the corners of %s to a cell and a half', (_, grid, corners) => {
    expect(measureError(grid, corners)).toBeLessThan(1.5);
    const found = findDocument(grid);
    expect(found?.isCutOff).toBe(false);
    expect(found?.confidence).toBeGreaterThan(0.8);
  });

  it('finds clean corners to half a cell', () => {
    expect(
      measureError(
        drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 210 : 60)),
        card,
      ),
    ).toBeLessThan(0.5);
    expect(
      measureError(
        drawGrid(180, 320, (x, y) => (isInside(page, x, y) ? 50 : 200)),
        page,
      ),
    ).toBeLessThan(0.5);
  });

  it('gives the corners clockwise from the top left, with the share of the frame they take', () => {
    const found = findDocument(drawGrid(320, 180, (x, y) => (x >= 80 && x < 240 && y >= 40 && y < 140 ? 220 : 40)));
    const corners = found?.quad.flatMap(({ x, y }) => [x, y]) ?? [];
    [320, 160, 960, 160, 960, 560, 320, 560].forEach((expected, index) => {
      expect(Math.abs((corners[index] ?? 0) - expected)).toBeLessThan(3);
    });
    expect(found?.coverage).toBeCloseTo((160 * 100) / (320 * 180), 2);
    expect(found?.tiltDegrees).toBeLessThan(2);
  });

  it('tells how far a card is turned away', () => {
    // Farther away at the top: 20 degrees and 45 make no difference to its middle.
    const [straight, turned] = [10, 55].map((squeeze) => {
      const corners: Corners = [
        [80 + squeeze / 2, 50],
        [240 - squeeze / 2, 50],
        [240, 130],
        [80, 130],
      ];
      return findDocument(drawGrid(320, 180, (x, y) => (isInside(corners, x, y) ? 210 : 60)))?.tiltDegrees ?? 0;
    });
    expect(straight).toBeGreaterThan(5);
    expect(turned).toBeGreaterThan((straight ?? 0) + 20);
  });

  it('takes the frame for the side that is not seen, and says that the card is cut off', () => {
    const cut: Corners = [
      [-60, 40],
      [110, 52],
      [104, 150],
      [-66, 138],
    ];
    const found = findDocument(drawGrid(320, 180, (x, y) => (isInside(cut, x, y) ? 200 : 80)));
    expect(found?.isCutOff).toBe(true);
    expect(found?.tiltDegrees).toBe(0);
    expect(Math.max(...(found?.quad.map(({ x }) => x) ?? [])) / 4).toBeCloseTo(110, -1);
    expect(Math.min(...(found?.quad.map(({ x }) => Math.abs(x)) ?? []))).toBeLessThan(8);
  });

  it('takes a frame full of print for a document of its size', () => {
    const print: Paint = (x, y) => (y % 13 < 6 && noise(Math.round(x / 2), Math.round(y / 13)) > 0 ? 60 : 225);
    const printWithMargins: Paint = (x, y) => (y > 12 && y < 168 && x > 14 && x < 300 - ((y * 7) % 60) ? print(x, y) : 225);
    const found = findDocument(drawGrid(320, 180, printWithMargins));
    expect(found?.quad.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [1280, 0],
      [1280, 720],
      [0, 720],
    ]);
    expect([found?.coverage, found?.isCutOff]).toEqual([1, false]);
    // Without margins it goes on outside of the frame.
    expect(findDocument(drawGrid(320, 180, print))).toMatchObject({ coverage: 1, isCutOff: true });
  });

  it.each<readonly [string, Paint]>([
    ['one colour', () => 128],
    ['black', () => 0],
    ['a gradient', (x, y) => 40 + x / 3 + y / 4],
    ['faint noise', (x, y) => 128 + 6 * noise(x, y)],
    ['strong noise', (x, y) => 128 + 200 * noise(x, y)],
    ['stripes', (x) => (x % 20 < 10 ? 60 : 190)],
    ['slanting stripes', (x, y) => ((x + y / 2) % 30 < 15 ? 60 : 190)],
    ['planks', (x, y) => 100 + 15 * Math.floor(y / 36) + (y % 36 < 2 ? -50 : 10 * noise(Math.floor(x / 30), y))],
    ['a horizon', (_, y) => (y < 80 ? 200 : 90)],
    ['a corner of a room', (x, y) => (x < 150 ? 90 : y < 120 ? 150 : 200)],
    ['a disc', (x, y) => (Math.hypot(x - 160, y - 90) < 60 ? 220 : 60)],
    ['a triangle', (x, y) => (y > 30 && y < 150 && Math.abs(x - 160) < (y - 30) / 2 ? 220 : 60)],
    ['waves', (x, y) => 128 + 50 * Math.sin(x / 9 + 2 * Math.sin(y / 15)) * Math.cos(y / 11)],
  ])('finds nothing in %s', (_, paint) => {
    expect(findDocument(drawGrid(320, 180, paint))).toBeNull();
  });

  it.each([
    [1, 1],
    [1, 320],
    [320, 2],
    [63, 200],
    [64, 64],
    [161, 91],
  ])('stands a grid of %i x %i', (widthPx, heightPx) => {
    for (const paint of [() => 0, () => 255, (x: number, y: number) => 128 + 200 * noise(x, y)] satisfies Paint[]) {
      expect(findDocument(drawGrid(widthPx, heightPx, paint, paint))).toBeNull();
    }
  });

  it('finds a card in a grid of odd sides', () => {
    const corners: Corners = card.map(([x, y]) => [x * 0.75, y * 0.75] as const);
    const grid = drawGrid(
      241,
      135,
      (x, y) => (isInside(corners, x, y) ? 200 : 80),
      (x, y) => (isInside(corners, x, y) ? 140 : 120),
    );
    expect(measureError(grid, corners)).toBeLessThan(1.5);
  });

  it('gives the same answer for the same grid, whatever it saw in between', () => {
    const grid = drawGrid(320, 180, (x, y) => (isInside(card, x, y) ? 150 : 90) + 40 * noise(x, y));
    const first = findDocument(grid);
    expect(first).not.toBeNull();
    findDocument(drawGrid(320, 180, (x, y) => 128 + 200 * noise(y, x)));
    findDocument(drawGrid(180, 320, (x, y) => (isInside(page, x, y) ? 230 : 90)));
    expect(findDocument(grid)).toEqual(first);
  });
});
