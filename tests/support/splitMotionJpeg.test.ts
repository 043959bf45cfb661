import { describe, expect, it } from 'vitest';
import { splitMotionJpeg } from './splitMotionJpeg.ts';

const frame = (...body: number[]) => Buffer.from([0xff, 0xd8, ...body, 0xff, 0xd9]);

describe('splitMotionJpeg', () => {
  it('gives each frame from its first to its last marker', () => {
    expect(splitMotionJpeg(Buffer.concat([frame(1, 2), frame(3), Buffer.from([0, 0]), frame(0xff, 0)]))).toEqual([
      frame(1, 2),
      frame(3),
      frame(0xff, 0),
    ]);
  });

  it('leaves out a frame that ends too soon', () => {
    expect(splitMotionJpeg(Buffer.concat([frame(1), Buffer.from([0xff, 0xd8, 7])]))).toEqual([frame(1)]);
    expect(splitMotionJpeg(Buffer.alloc(0))).toEqual([]);
  });
});
