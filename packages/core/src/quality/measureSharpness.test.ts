import { describe, expect, it } from 'vitest';
import type { Quad } from './frameReport.ts';
import { measureSharpness } from './measureSharpness.ts';
import { defaultDocumentThresholds } from './qualityThresholds.ts';
import { drawPage, type DrawPageOptions } from './testing/drawPage.ts';
import { drawPlanes, type DrawPlanesOptions } from './testing/drawPlanes.ts';

const { minSharpness, sharpDetail } = defaultDocumentThresholds;

function toQuad(left: number, top: number, width: number, height: number): Quad {
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

/** A page of 4:3 that fills the frame. */
function measure(widthPx: number, page: Partial<DrawPageOptions> = {}, planes: Partial<DrawPlanesOptions> = {}): number | null {
  const size = { widthPx, heightPx: (widthPx * 3) / 4 };
  return measureSharpness(
    drawPlanes({ ...size, luma: drawPage({ ...size, ...page }), ...planes }),
    toQuad(0, 0, size.widthPx, size.heightPx),
    sharpDetail,
  );
}

describe('measureSharpness', { timeout: 30_000 }, () => {
  it.each([480, 640, 1280, 1920])('calls crisp print sharp in a frame of %i px', (widthPx) => {
    expect(measure(widthPx)).toBeGreaterThan(minSharpness + 0.15);
  });

  it.each([
    ['out of focus', 0.025, 0.025, 640],
    ['out of focus', 0.025, 0.025, 1920],
    ['shaken sideways', 0.03, 0, 640],
    ['shaken sideways', 0.03, 0, 1920],
    ['shaken up and down', 0, 0.03, 640],
    ['shaken up and down', 0, 0.03, 1920],
  ])('calls print blurred that is %s by %d and %d of the page, at %i px', (_, across, down, widthPx) => {
    expect(measure(widthPx, { blurAcrossPx: across * widthPx, blurDownPx: down * widthPx })).toBeLessThan(minSharpness - 0.1);
  });

  it('falls with the width of the blur', () => {
    const measured = [0, 8, 16, 32].map((px) => measure(1280, { blurAcrossPx: px, blurDownPx: px }) ?? Number.NaN);
    expect(measured).toEqual(measured.toSorted((one, other) => other - one));
    expect(new Set(measured).size).toBe(4);
  });

  it.each([
    ['pale', { gain: 0.4 }],
    ['dark', { gain: 0.35 }],
    ['noisy', { noise: 6 }],
    ['dark and noisy', { gain: 0.3, noise: 4 }],
  ])('tells sharp from blurred in a picture that is %s', (_, spoilt) => {
    expect(measure(1280, spoilt)).toBeGreaterThan(minSharpness);
    expect(measure(1280, { ...spoilt, blurAcrossPx: 38, blurDownPx: 38 })).toBeLessThan(minSharpness);
  });

  it('measures the same with padded rows and the range of video', () => {
    const plain = measure(640) ?? Number.NaN;
    expect(measure(640, {}, { padding: 48 })).toBe(plain);
    expect(measure(640, {}, { range: 'limited' })).toBeCloseTo(plain, 1);
  });

  it('looks at the area only', () => {
    const half = { widthPx: 640, heightPx: 960 };
    const [sharp, blurred] = [drawPage(half), drawPage({ ...half, blurAcrossPx: 30, blurDownPx: 30 })];
    const planes = drawPlanes({ widthPx: 1280, heightPx: 960, luma: (x, y) => (x < 640 ? sharp(x, y) : blurred(x - 640, y)) });
    expect(measureSharpness(planes, toQuad(0, 0, 640, 960), sharpDetail)).toBeGreaterThan(minSharpness);
    expect(measureSharpness(planes, toQuad(650, 0, 630, 960), sharpDetail)).toBeLessThan(minSharpness);
  });

  it('measures what is seen of an area that reaches out of the frame', () => {
    const size = { widthPx: 640, heightPx: 480 };
    const planes = drawPlanes({ ...size, luma: drawPage(size) });
    expect(measureSharpness(planes, toQuad(-200, -300, 700, 700), sharpDetail)).toBeGreaterThan(minSharpness);
    expect(measureSharpness(planes, toQuad(700, 500, 100, 100), sharpDetail)).toBeNull();
  });

  it.each([
    ['one pixel', 1, 1, 90],
    ['all black', 320, 240, 0],
    ['all white', 320, 240, 255],
  ])('says nothing of a frame that is %s', (_, widthPx, heightPx, level) => {
    expect(measureSharpness(drawPlanes({ widthPx, heightPx, luma: () => level }), toQuad(0, 0, widthPx, heightPx), sharpDetail)).toBeNull();
  });
});
