import { describe, expect, it } from 'vitest';
import { assessFrame, type AssessFrameOptions } from './assessFrame.ts';
import type { FramePlanes } from '../frame/framePlanes.ts';
import { defaultDocumentThresholds } from './qualityThresholds.ts';
import { blurLevels } from './testing/blurLevels.ts';
import { drawPage } from './testing/drawPage.ts';
import { drawPlanes, type DrawPlanesOptions } from './testing/drawPlanes.ts';

const frame = { widthPx: 1280, heightPx: 720 };
const page = { widthPx: 720, heightPx: 460 };

interface SceneOptions {
  readonly left?: number;
  readonly top?: number;
  readonly gain?: number;
  readonly lamp?: boolean;
  readonly blurAcrossPx?: number;
  readonly blurDownPx?: number;
  readonly planes?: Partial<DrawPlanesOptions>;
}

const print = drawPage(page);
/** Of the desk: the same on every run, 0 to 1. */
const grain = (x: number, y: number) => (Math.imul(x * 7919 + y * 104_729, 2_654_435_761) >>> 0) / 2 ** 32;

/** A page with print on a dark desk. */
function drawScene({
  left = 280,
  top = 130,
  gain = 1,
  lamp = false,
  blurAcrossPx = 0,
  blurDownPx = 0,
  planes,
}: SceneOptions = {}): FramePlanes {
  const crisp = new Float32Array(frame.widthPx * frame.heightPx).map((_, at) => {
    const x = at % frame.widthPx;
    const y = Math.floor(at / frame.widthPx);
    const isPage = x >= left && x < left + page.widthPx && y >= top && y < top + page.heightPx;
    return gain * (isPage ? print(x - left, y - top) : 50 + 40 * grain(x, y));
  });
  const levels = blurLevels(crisp, { ...frame, acrossPx: blurAcrossPx, downPx: blurDownPx });
  const glow = (x: number, y: number) => 400 * Math.exp(-(((x - left - 360) / 90) ** 2) - ((y - top - 230) / 60) ** 2);
  const luma = (x: number, y: number) => (levels[y * frame.widthPx + x] ?? 0) + (lamp ? glow(x, y) : 0);
  return drawPlanes({ ...frame, luma, ...planes });
}

const document: AssessFrameOptions = { subject: 'document' };
const issuesOf = (scene: SceneOptions, options = document) => assessFrame(drawScene(scene), options).report.issues;

describe('assessFrame of a document', { timeout: 30_000 }, () => {
  it.each([
    ['nothing wrong', {}, []],
    ['too little light', { gain: 0.2 }, ['dark']],
    ['a lamp on it', { lamp: true }, ['glare']],
    ['a lens out of focus', { blurAcrossPx: 18, blurDownPx: 18 }, ['blurred']],
    ['a shake', { blurAcrossPx: 22 }, ['blurred']],
    ['its right side out of the frame', { left: 800 }, ['cut-off']],
    ['its upper left corner out of the frame', { left: -200, top: -150 }, ['cut-off']],
  ] as const)('finds with %s: %j', (_, scene, issues) => {
    expect(issuesOf(scene)).toEqual(issues);
  });

  it('says where it is and what was measured', () => {
    const { report } = assessFrame(drawScene(), document);
    expect(report).toMatchObject({ subject: 'document', frameWidthPx: 1280, frameHeightPx: 720, faces: null });
    [
      [280, 130],
      [1000, 130],
      [1000, 590],
      [280, 590],
    ].forEach(([x = 0, y = 0], corner) => {
      expect(Math.hypot((report.quad?.[corner]?.x ?? -99) - x, (report.quad?.[corner]?.y ?? -99) - y)).toBeLessThan(16);
    });
    expect(report.measures).toMatchObject({ glare: 0, motion: 0, clipped: 0 });
    expect(report.measures.light).toBeCloseTo(215 / 255, 1);
    expect(report.measures.coverage).toBeCloseTo((720 * 460) / (1280 * 720), 1);
    expect(report.measures.tiltDegrees).toBeLessThan(5);
  });

  it('compares with the frame before, when it is given what was remembered of it', () => {
    const before = assessFrame(drawScene(), document);
    const still = assessFrame(drawScene({ left: 282 }), document, before.memory);
    const moved = assessFrame(drawScene({ left: 320, top: 120 }), document, still.memory);
    expect(still.report.issues).toEqual([]);
    expect(moved.report.issues).toEqual(['moving']);
    expect(moved.report.measures.motion).toBeCloseTo(Math.hypot(38, 10) / 1280, 2);
  });

  it.each([
    ['padded rows', { padding: 64 }],
    ['the range of video', { range: 'limited' }],
    ['chroma in planes of its own', { chroma: 'i420' }],
    ['interleaved chroma', { chroma: 'nv12' }],
  ] as const)('judges the same with %s', (_, planes) => {
    expect(issuesOf({ planes })).toEqual([]);
    expect(issuesOf({ planes, lamp: true })).toEqual(['glare']);
    expect(issuesOf({ planes, gain: 0.2 })).toEqual(['dark']);
  });

  it('gives corners in pixels of the frame when the planes are smaller', () => {
    const planes = { ...drawScene(), frameWidthPx: 3840, frameHeightPx: 2160 };
    const { quad, issues } = assessFrame(planes, document).report;
    expect(issues).toEqual([]);
    expect(Math.abs((quad?.[2].x ?? 0) - 3000)).toBeLessThan(24);
    expect(Math.abs((quad?.[2].y ?? 0) - 1770)).toBeLessThan(24);
  });

  it('goes by the thresholds it is given', () => {
    const thresholds = { ...defaultDocumentThresholds, minSharpness: 0.2, maxGlare: 1 };
    expect(issuesOf({ blurAcrossPx: 18, blurDownPx: 18, lamp: true }, { subject: 'document', thresholds })).toEqual([]);
  });

  it.each([
    ['one pixel', 1, 1, 90, ['no-document']],
    ['one pixel in the dark', 1, 1, 0, ['dark', 'no-document']],
    ['a row', 640, 1, 90, ['no-document']],
    ['an even wall', 640, 480, 120, ['no-document']],
    ['a covered lens', 640, 480, 4, ['dark', 'no-document']],
    ['the open sky', 640, 480, 255, ['bright', 'no-document']],
  ] as const)('finds no document in %s', (_, widthPx, heightPx, level, issues) => {
    const planes = drawPlanes({ widthPx, heightPx, luma: () => level });
    const first = assessFrame(planes, document);
    expect(first.report.issues).toEqual(issues);
    expect(assessFrame(planes, document, first.memory).report).toEqual(first.report);
  });
});

describe('assessFrame of a face', { timeout: 30_000 }, () => {
  /** Print is as good as a face here: what it shows is not looked at, the finder's box is. */
  const box = { x: 480, y: 180, width: 300, height: 380 };

  it.each([
    ['nobody', {}, [], ['no-face']],
    ['one in the middle', {}, [box], []],
    ['one in the dark', { gain: 0.2 }, [box], ['dark']],
    ['one in a glare', { gain: 1.6 }, [box], ['bright']],
    ['one who moves about', { blurAcrossPx: 40 }, [box], ['blurred']],
    ['two', {}, [box, { ...box, x: 900, width: 200 }], ['several-faces']],
    ['two, out of focus', { blurAcrossPx: 40, blurDownPx: 40 }, [box, { ...box, x: 900, width: 200 }], ['several-faces']],
  ] as const)('says of %s: %j', (_, scene, faces, issues) => {
    const { report } = assessFrame(drawScene(scene), { subject: 'face', faces });
    expect(report.issues).toEqual(issues);
    expect(report).toMatchObject({ faces, quad: null });
    expect(report.measures.glare).toBe(0);
  });

  it('says nothing of faces without a finder', () => {
    const { report } = assessFrame(drawScene(), { subject: 'face' });
    expect(report.issues).toEqual([]);
    expect(report.faces).toBeNull();
  });
});
