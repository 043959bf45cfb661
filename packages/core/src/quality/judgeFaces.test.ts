import { describe, expect, it } from 'vitest';
import type { Box } from './frameReport.ts';
import { judgeFaces } from './judgeFaces.ts';
import { defaultFaceThresholds } from './qualityThresholds.ts';

const frame = { frameWidthPx: 1000, frameHeightPx: 800, thresholds: defaultFaceThresholds };

/** A face by its middle, in pixels. */
const at = (x: number, y: number, width: number, height = width * 1.25): Box => ({ x: x - width / 2, y: y - height / 2, width, height });
const good = at(500, 400, 300);

describe('judgeFaces', () => {
  it.each([
    ['no face finder', null, []],
    ['nobody', [], ['no-face']],
    ['one in the middle', [good], []],
    ['two people', [good, at(800, 300, 120)], ['several-faces']],
    ['one just wide enough', [at(500, 400, 146)], []],
    ['one far away', [at(500, 400, 140)], ['face-too-far']],
    ['one that fills the height', [at(500, 400, 560)], ['face-too-close']],
    ['one larger than the frame', [at(500, 400, 900)], ['face-too-close', 'face-cut-off']],
    ['one at the left', [at(290, 400, 200)], ['face-off-centre']],
    ['one a little to the left', [at(310, 400, 200)], []],
    ['one at the top', [at(500, 150, 200)], ['face-off-centre']],
    ['one a little above the middle', [at(500, 190, 200)], []],
    ['half of one at the right', [{ x: 850, y: 300, width: 150, height: 250 }], ['face-cut-off', 'face-off-centre']],
  ] as const)('says of %s: %j', (_, faces, issues) => {
    expect(judgeFaces(faces, frame)).toEqual(issues);
  });

  it('measures width by the shorter side, so that a frame may be upright', () => {
    expect(judgeFaces([at(400, 700, 150)], { ...frame, frameWidthPx: 800, frameHeightPx: 1400 })).toEqual([]);
    expect(judgeFaces([at(400, 700, 130)], { ...frame, frameWidthPx: 800, frameHeightPx: 1400 })).toEqual(['face-too-far']);
  });
});
