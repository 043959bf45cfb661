import { describe, expect, it, vi } from 'vitest';
import { readTrackControls, setTrackControls, settleTrack } from './trackControls.ts';

function createTrack(capabilities: object | undefined, settings: object = {}, isWilling = true) {
  const applyConstraints = vi.fn<MediaStreamTrack['applyConstraints']>(() =>
    isWilling ? Promise.resolve() : Promise.reject(new Error('no')),
  );
  const track = { getSettings: () => settings, applyConstraints, ...(capabilities && { getCapabilities: () => capabilities }) };
  return { track: track as unknown as MediaStreamTrack, applyConstraints };
}

describe('readTrackControls', () => {
  it.each([
    ['nothing where the browser tells no capabilities', undefined, {}, { torch: null, zoom: null }],
    ['no light where there is none', { torch: false }, {}, { torch: null, zoom: null }],
    ['a light that is off', { torch: true }, {}, { torch: false, zoom: null }],
    ['a light that is on', { torch: true }, { torch: true }, { torch: true, zoom: null }],
    ['a zoom', { zoom: { min: 0.5, max: 8, step: 0.1 } }, { zoom: 2 }, { torch: null, zoom: { value: 2, min: 0.5, max: 8, step: 0.1 } }],
    ['no zoom that cannot move', { zoom: { min: 1, max: 1 } }, { zoom: 1 }, { torch: null, zoom: null }],
  ])('reads %s', (_what, capabilities, settings, expected) => {
    expect(readTrackControls(createTrack(capabilities, settings).track)).toEqual(expected);
  });
});

describe('setTrackControls', () => {
  it('says whether the track would have it', async () => {
    const { track, applyConstraints } = createTrack({});
    expect(await setTrackControls(track, { torch: true })).toBe(true);
    expect(applyConstraints).toHaveBeenCalledWith({ advanced: [{ torch: true }] });
    expect(await setTrackControls(createTrack({}, {}, false).track, { torch: true })).toBe(false);
  });
});

describe('settleTrack', () => {
  it.each([
    ['a lens that begins wider than one', { zoom: { min: 0.5, max: 8 } }, { zoom: 0.5 }, { zoom: 1 }],
    ['a focus that stands still', { focusMode: ['manual', 'continuous'] }, { focusMode: 'manual' }, { focusMode: 'continuous' }],
  ])('corrects %s', async (_what, capabilities, settings, advanced) => {
    const { track, applyConstraints } = createTrack(capabilities, settings);
    await settleTrack(track);
    expect(applyConstraints.mock.calls).toEqual([[{ advanced: [advanced] }]]);
  });

  it.each([
    ['a lens at one', { zoom: { min: 0.5, max: 8 } }, { zoom: 1 }],
    ['a lens that begins with one', { zoom: { min: 1, max: 8 } }, { zoom: 1 }],
    ['a lens that is only wide', { zoom: { min: 0.5, max: 0.8 } }, { zoom: 0.5 }],
    ['a focus that follows', { focusMode: ['continuous'] }, { focusMode: 'continuous' }],
    ['a track that tells nothing', undefined, {}],
  ])('leaves %s alone', async (_what, capabilities, settings) => {
    const { track, applyConstraints } = createTrack(capabilities, settings);
    await settleTrack(track);
    expect(applyConstraints).not.toHaveBeenCalled();
  });
});
