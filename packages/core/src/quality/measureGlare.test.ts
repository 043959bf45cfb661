import { describe, expect, it } from 'vitest';
import { measureGlare } from './measureGlare.ts';
import { defaultDocumentThresholds } from './qualityThresholds.ts';
import { sampleArea } from './sampleArea.ts';
import { drawPage } from './testing/drawPage.ts';
import { drawPlanes, type DrawPlanesOptions } from './testing/drawPlanes.ts';

const { maxGlare } = defaultDocumentThresholds;

interface Shine {
  /** Radii of what is burnt out, in shares of the page's longer side. */
  readonly across: number;
  readonly down: number;
}

/** A page with print, and in its middle a lamp's reflection with a soft rim. */
function measure(
  widthPx: number,
  { gain = 1, shine, ...planes }: Partial<DrawPlanesOptions> & { gain?: number; shine?: Shine } = {},
): number {
  const heightPx = Math.round(widthPx * 0.63);
  const page = drawPage({ widthPx, heightPx, gain });
  const glow = (x: number, y: number, { across, down }: Shine) =>
    255 * Math.exp((-3 * (((x - widthPx / 2) / across) ** 2 + ((y - heightPx / 2) / down) ** 2)) / widthPx ** 2 + 3);
  const luma = (x: number, y: number) => page(x, y) + (shine ? glow(x, y, shine) : 0);
  return measureGlare(
    sampleArea(drawPlanes({ widthPx, heightPx, luma, ...planes }), [
      { x: 0, y: 0 },
      { x: widthPx, y: 0 },
      { x: widthPx, y: heightPx },
      { x: 0, y: heightPx },
    ]),
  );
}

describe('measureGlare', { timeout: 30_000 }, () => {
  it.each([320, 640, 1920])('finds no glare on white paper with print at %i px', (widthPx) => {
    expect(measure(widthPx)).toBe(0);
  });

  it.each([1.05, 1.1, 1.15, 1.3])('finds none in light %d times as bright as long as there is print', (gain) => {
    expect(measure(960, { gain })).toBe(0);
  });

  it.each([320, 640, 1920])('measures the reflection of a lamp at %i px', (widthPx) => {
    // An ellipse with these radii, on a page 0.63 as high as wide.
    const share = (Math.PI * 0.12 * 0.1) / 0.63;
    expect(measure(widthPx, { shine: { across: 0.12, down: 0.1 } })).toBeGreaterThan(share * 0.85);
    expect(measure(widthPx, { shine: { across: 0.12, down: 0.1 } })).toBeLessThan(share * 1.7);
  });

  it('counts a streak that is as wide as a line of print', () => {
    expect(measure(960, { shine: { across: 0.35, down: 0.04 } })).toBeGreaterThan(maxGlare);
  });

  it('passes over spots smaller than a word', () => {
    expect(measure(960, { shine: { across: 0.012, down: 0.012 } })).toBe(0);
  });

  it('finds it in the range of video and with padded rows too', () => {
    const shine = { across: 0.12, down: 0.1 };
    expect(measure(640, { shine, range: 'limited', padding: 32 })).toBeCloseTo(measure(640, { shine }), 2);
  });

  it('takes a white field with a hard edge for print', () => {
    const field = (x: number, y: number) => (x > 300 && x < 600 && y > 200 && y < 400 ? 255 : 190);
    expect(measure(960, { luma: field })).toBe(0);
  });

  it('measures a reflection that covers half of the page', () => {
    expect(measure(960, { shine: { across: 0.33, down: 0.24 } })).toBeGreaterThan(0.35);
  });

  it.each([
    ['all white', 255],
    ['all black', 0],
  ])('finds none in what is %s', (_, level) => {
    expect(measure(640, { luma: () => level })).toBe(0);
    expect(measure(2, { luma: () => level })).toBe(0);
  });
});
