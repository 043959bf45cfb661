import { describe, expect, it } from 'vitest';
import type { Quad } from './frameReport.ts';
import { judgeFraming } from './judgeFraming.ts';
import type { FoundDocument } from './quad/describeOutline.ts';
import { defaultDocumentThresholds } from './qualityThresholds.ts';

const frame = { frameWidthPx: 1280, frameHeightPx: 720, thresholds: defaultDocumentThresholds };

function find(left: number, top: number, right: number, bottom: number, facts: Partial<FoundDocument> = {}): FoundDocument {
  const quad: Quad = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { quad, confidence: 0.9, isCutOff: false, coverage: ((right - left) * (bottom - top)) / (1280 * 720), tiltDegrees: 0, ...facts };
}

describe('judgeFraming', () => {
  it.each([
    ['nothing', null, ['no-document']],
    ['a card that fills most of the frame', find(150, 50, 1130, 670), []],
    ['a card a third as wide as the frame', find(400, 200, 880, 500), []],
    ['a card a sixth as wide', find(500, 300, 713, 434), ['too-far']],
    ['one held at a slant', find(400, 200, 880, 500, { tiltDegrees: 40 }), ['tilted']],
    ['one that is far and slanted', find(500, 300, 713, 434, { tiltDegrees: 40 }), ['too-far', 'tilted']],
    ['one that leaves on the right', find(700, 200, 1280, 560, { isCutOff: true }), ['cut-off']],
    ['a corner of one, far from all of it', find(1200, 650, 1280, 720, { isCutOff: true }), ['cut-off']],
    ['one that leaves on the left and the right', find(0, 200, 1280, 560, { isCutOff: true }), ['too-close']],
    ['one that is larger than the frame', find(0, 0, 1280, 720, { isCutOff: true }), ['too-close', 'cut-off']],
    ['a scan, which has margins of its own', find(0, 0, 1280, 720), []],
    ['one with hardly a margin', find(30, 50, 1250, 700), ['too-close']],
  ] as const)('says of %s: %j', (_, found, issues) => {
    expect(judgeFraming(found, frame)).toEqual(issues);
  });

  it('goes by the thresholds it is given', () => {
    const thresholds = { ...defaultDocumentThresholds, minCoverage: 0.01, maxTiltDegrees: 50 };
    expect(judgeFraming(find(500, 300, 713, 434, { tiltDegrees: 40 }), { ...frame, thresholds })).toEqual([]);
  });
});
