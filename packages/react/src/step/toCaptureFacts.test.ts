import type { AdditionalData } from '@stepframe/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createPicture } from '../testing/createPicture.ts';
import { type CaptureFacts, toCaptureFacts } from './toCaptureFacts.ts';

const file = createPicture(1_600);
const frame = {
  ...createPicture(1_920),
  origin: 'camera' as const,
  preparation: { ...file.preparation, sourceType: 'video/frame', sourceBytes: undefined, path: 'frame' as const, durationMs: 31.25 },
};

describe('toCaptureFacts', () => {
  it('says of each side where it came from, who took it, how long that took and what was done to it', () => {
    const { capture } = toCaptureFacts({ front: { ...frame, outline: [], isAutomatic: true, takingMs: 4_200 }, back: file });
    expect(capture).toEqual({
      front: {
        source: 'camera',
        method: 'automatic',
        takingMs: 4_200,
        preparingMs: 31,
        widthPx: 1_920,
        heightPx: 800,
        bytes: frame.blob.size,
        sourceType: 'video/frame',
        sourceWidthPx: 1_600,
        sourceHeightPx: 800,
        sourceBytes: null,
        orientation: 1,
        path: 'frame',
        scale: 1,
        quality: 0.9,
        place: 'worker',
      },
      back: expect.objectContaining({ source: 'file', method: 'manual', takingMs: null, sourceBytes: file.blob.size }),
    });
  });

  it('is JSON that loses nothing on its way, and holds nothing of a side that is not there', () => {
    const facts = toCaptureFacts({ front: frame });
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    expect(Object.keys(facts.capture)).toEqual(['front']);
    expectTypeOf<CaptureFacts>().toExtend<AdditionalData>();
  });
});
