import { describe, expect, it } from 'vitest';
import { type CameraEvent, cameraOff, type CameraPicture, cameraReducer, type CameraState, maxRevivals } from './cameraReducer.ts';
import { createCameraError } from './createCameraError.ts';

// Only ever compared, never looked into.
const video = {} as HTMLVideoElement;
const picture: CameraPicture = { video, facing: 'environment', deviceId: 'a', widthPx: 1920, heightPx: 1080 };
const painted: CameraEvent = { type: 'painted', picture };
const failed = (code: Parameters<typeof createCameraError>[0]): CameraEvent => ({ type: 'failed', error: createCameraError(code) });
const lost = (cause: 'muted' | 'ended' | 'frozen', maxTries = maxRevivals): CameraEvent => ({ type: 'lost', cause, maxTries });
const plain = (type: Exclude<CameraEvent['type'], 'failed' | 'painted' | 'lost'>): CameraEvent => ({ type });
const after = (...events: CameraEvent[]): CameraState => events.reduce(cameraReducer, cameraOff);
/** Status, with step and cause where there are such. */
const place = (state: CameraState) =>
  [state.status, 'step' in state && state.step, 'cause' in state && state.cause, state.status === 'blocked' && state.error.code]
    .filter(Boolean)
    .join(' ');

const live = [plain('wanted'), plain('opened'), painted];
const ended = [...live, lost('ended')];
const blocked = [plain('wanted'), failed('camera/denied')];

describe('cameraReducer', () => {
  it.each<[string, CameraEvent[], string]>([
    ['begins with the question', [plain('wanted')], 'opening asking'],
    ['waits for the first frame', [plain('wanted'), plain('opened')], 'opening starting'],
    ['is live with it', live, 'live'],
    ['is off when released while it asks', [plain('wanted'), plain('released')], 'off'],
    ['is off when released while live', [...live, plain('released')], 'off'],
    ['is off when released while blocked', [...blocked, plain('released')], 'off'],
    ['is blocked by a refusal', blocked, 'blocked camera/denied'],
    ['asks again when told to', [...blocked, plain('retried')], 'opening asking'],
    ['asks again when what blocked is gone', [...blocked, plain('recovered')], 'opening asking'],
    ['asks for another camera while blocked', [...blocked, plain('changed')], 'opening asking'],
    ['asks for another camera while live', [...live, plain('changed')], 'opening asking'],
    ['has no picture in time', [plain('wanted'), plain('opened'), plain('timedOut')], 'blocked camera/timeout'],
    ['has no answer in time', [plain('wanted'), plain('timedOut')], 'blocked camera/timeout'],
    ['waits while muted', [...live, lost('muted')], 'interrupted waiting muted'],
    ['is live again with a frame after it', [...live, lost('muted'), painted], 'live'],
    ['is live again when a frozen picture moves', [...live, lost('frozen'), painted], 'live'],
    ['opens anew when a frozen picture stays', [...live, lost('frozen'), plain('timedOut')], 'interrupted asking frozen'],
    ['waits a little after the end', ended, 'interrupted waiting ended'],
    ['knows that an end outdoes silence', [...live, lost('muted'), lost('ended')], 'interrupted waiting ended'],
    ['then opens anew', [...ended, plain('timedOut')], 'interrupted asking ended'],
    ['opens anew at once when the page is shown', [...ended, plain('shown')], 'interrupted asking ended'],
    ['starts anew', [...ended, plain('timedOut'), plain('opened')], 'interrupted starting ended'],
    ['is live anew', [...ended, plain('timedOut'), plain('opened'), painted], 'live'],
    ['opens anew when told to', [...ended, plain('retried')], 'opening asking'],
    ['opens anew when it ends before its first frame', [plain('wanted'), plain('opened'), lost('ended')], 'interrupted waiting ended'],
    ['waits again when it is busy', [...ended, plain('timedOut'), failed('camera/in-use')], 'interrupted waiting ended'],
    ['waits again when it gives no frame', [...ended, plain('timedOut'), plain('opened'), plain('timedOut')], 'interrupted waiting ended'],
    ['says that it is gone', [...ended, plain('timedOut'), failed('camera/not-found')], 'blocked camera/interrupted'],
    ['says that it was forbidden meanwhile', [...ended, plain('timedOut'), failed('camera/denied')], 'blocked camera/denied'],
    ['keeps the stream when its video goes', [...live, plain('detached')], 'opening starting'],
    ['is live in the next video', [...live, plain('detached'), painted], 'live'],
  ])('%s', (_name, events, expected) => {
    expect(place(after(...events))).toBe(expected);
  });

  it('gives up after so many tries, with the last failure as the cause', () => {
    const busy = createCameraError('camera/in-use');
    let state = after(...ended);
    for (let tries = 1; tries <= maxRevivals; tries += 1) {
      expect(place(state)).toBe('interrupted waiting ended');
      state = cameraReducer(cameraReducer(state, plain('timedOut')), { type: 'failed', error: busy });
    }
    expect(state).toMatchObject({ status: 'blocked', error: { code: 'camera/interrupted', cause: busy } });
  });

  it('tries once only where each try may ask the person', () => {
    const once = after(...live, lost('ended', 1), plain('timedOut'), failed('camera/in-use'));
    expect(place(once)).toBe('blocked camera/interrupted');
  });

  it('does not begin to count anew with each short picture, only when one has lasted', () => {
    const revived = after(...ended, plain('timedOut'), plain('opened'), painted);
    expect(revived).toMatchObject({ status: 'live', triesLeft: maxRevivals - 1 });
    expect(cameraReducer(revived, plain('timedOut'))).toMatchObject({ status: 'live', triesLeft: maxRevivals });
  });

  it('follows the painted size, and stays the same object as long as that does', () => {
    const state = after(...live);
    expect(cameraReducer(state, painted)).toBe(state);
    const turned = cameraReducer(state, { type: 'painted', picture: { ...picture, widthPx: 1080, heightPx: 1920 } });
    expect(turned).toMatchObject({ status: 'live', widthPx: 1080, heightPx: 1920, video });
  });

  it.each<[string, CameraEvent[], CameraEvent]>([
    ['a stream that comes after release', [plain('wanted'), plain('released')], plain('opened')],
    ['a failure after release', [plain('wanted'), plain('released')], failed('camera/denied')],
    ['a frame after release', [...live, plain('released')], painted],
    ['release while off', [], plain('released')],
    ['every try while off', [], plain('retried')],
    ['a change while off', [], plain('changed')],
    ['a second wish', live, plain('wanted')],
    ['a try while live', live, plain('retried')],
    ['a try while asking', [plain('wanted')], plain('retried')],
    ['recovery while live', live, plain('recovered')],
    ['a late failure while live', live, failed('camera/in-use')],
    ['a frame before the stream', [plain('wanted')], painted],
    ['a late frame of a track that ended', ended, painted],
    ['a muted track before its first frame', [plain('wanted'), plain('opened')], lost('muted')],
    ['silence after the end', ended, lost('muted')],
    ['the page shown while only muted', [...live, lost('muted')], plain('shown')],
    ['time while blocked', blocked, plain('timedOut')],
    ['time while live and settled', live, plain('timedOut')],
    ['a stream while blocked', blocked, plain('opened')],
    ['a video that goes while blocked', blocked, plain('detached')],
  ])('ignores %s', (_name, events, event) => {
    const state = after(...events);
    expect(cameraReducer(state, event)).toBe(state);
  });

  it('has a way on from every state', () => {
    const states = [
      after(),
      after(plain('wanted')),
      after(plain('wanted'), plain('opened')),
      after(...live),
      after(...ended),
      after(...blocked),
    ];
    const events = [plain('wanted'), plain('released'), plain('retried'), plain('changed'), plain('timedOut')];
    for (const state of states) expect(events.some((event) => cameraReducer(state, event) !== state)).toBe(true);
  });
});
