import type { PreparedImage } from '@stepframe/core';
import { ImageError } from '@stepframe/core/capture';
import { describe, expect, it } from 'vitest';
import { type CaptureEvent, captureReducer, type CaptureState, idleCapture, type Side } from './captureReducer.ts';

const picture = (name: string): PreparedImage => ({
  blob: new Blob([name]),
  type: 'image/jpeg',
  widthPx: 4,
  heightPx: 3,
  origin: 'camera',
  preparation: {
    sourceType: 'video/frame',
    sourceWidthPx: 4,
    sourceHeightPx: 3,
    sourceBytes: undefined,
    orientation: 1,
    path: 'frame',
    scale: 1,
    quality: 0.9,
    durationMs: 120,
    place: 'worker',
  },
});
const front = picture('front');
const back = picture('back');
const both: readonly Side[] = ['front', 'back'];

const begun: CaptureEvent = { type: 'begun', source: 'camera' };
const taken: CaptureEvent = { type: 'taken' };
const prepared = (image: PreparedImage, sides: readonly Side[] = both): CaptureEvent => ({ type: 'prepared', picture: image, sides });
const after = (...events: CaptureEvent[]): CaptureState => events.reduce(captureReducer, idleCapture);

describe('captureReducer', () => {
  it('takes one side and reviews it', () => {
    expect(after(begun, taken, prepared(front, ['front']))).toEqual({
      status: 'reviewing',
      source: 'camera',
      side: 'front',
      pictures: { front },
      missing: null,
    });
  });

  it('goes on to the back with the front in hand', () => {
    expect(after(begun, taken, prepared(front), { type: 'approved' })).toMatchObject({
      status: 'taking',
      side: 'back',
      pictures: { front },
    });
  });

  it('reviews both sides together', () => {
    expect(after(begun, taken, prepared(front), { type: 'approved' }, taken, prepared(back))).toMatchObject({
      status: 'reviewing',
      pictures: { front, back },
      missing: null,
    });
  });

  it('keeps the back while the front is taken again', () => {
    const state = after(begun, taken, prepared(front), { type: 'approved' }, taken, prepared(back), { type: 'retaken', side: 'front' });
    expect(state).toMatchObject({ status: 'taking', side: 'front', pictures: { front, back } });
    expect(captureReducer(state, { type: 'left', sides: both })).toMatchObject({ status: 'reviewing', pictures: { front, back } });
  });

  it('keeps the front when the back is refused', () => {
    const problem = new ImageError('image/corrupt', 'cut off');
    expect(after(begun, taken, prepared(front), { type: 'approved' }, taken, { type: 'refused', problem })).toMatchObject({
      status: 'taking',
      side: 'back',
      pictures: { front },
      problem,
    });
  });

  it('changes from camera to file without losing the front', () => {
    expect(after(begun, taken, prepared(front), { type: 'approved' }, { type: 'begun', source: 'file' })).toMatchObject({
      status: 'taking',
      source: 'file',
      side: 'back',
      pictures: { front },
    });
  });

  it('goes back to the front under review when the back is left, and to the beginning when there is nothing', () => {
    expect(after(begun, taken, prepared(front), { type: 'approved' }, { type: 'left', sides: both })).toMatchObject({
      status: 'reviewing',
      pictures: { front },
      missing: 'back',
    });
    expect(after(begun, { type: 'left', sides: both })).toEqual({ status: 'idle' });
  });

  it.each<[string, CaptureState, CaptureEvent]>([
    ['a second shutter', after(begun, taken), taken],
    ['a picture that comes after clearing', idleCapture, prepared(front)],
    ['a late refusal', after(begun, taken, prepared(front)), { type: 'refused', problem: new ImageError('image/empty', '') }],
    ['approving when nothing is missing', after(begun, taken, prepared(front, ['front'])), { type: 'approved' }],
    ['leaving while a picture is prepared', after(begun, taken), { type: 'left', sides: both }],
  ])('ignores %s', (_name, state, event) => {
    expect(captureReducer(state, event)).toBe(state);
  });

  it('lets everything go when cleared', () => {
    expect(after(begun, taken, prepared(front), { type: 'cleared' })).toEqual({ status: 'idle' });
  });
});
