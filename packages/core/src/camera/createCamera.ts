import type { Camera, CameraOptions, CameraSnapshot } from './Camera.ts';
import { toCameraError } from './toCameraError.ts';
import type { CameraWish } from './cameraConstraints.ts';
import { type CameraEvent, cameraOff, cameraReducer, type Interruption, maxRevivals } from './cameraReducer.ts';
import { defaultCameraTiming, stateTimeoutMs } from './cameraTiming.ts';
import { readChosenCamera, writeChosenCamera } from './chosenCamera.ts';
import { listLenses } from './listLenses.ts';
import { openCamera } from './openCamera.ts';
import type { Lens } from './scoreLens.ts';
import { stopStream } from './stopStream.ts';
import { noControls, readTrackControls, setTrackControls, settleTrack } from './trackControls.ts';
import { watchCameraEnvironment } from './watchCameraEnvironment.ts';
import { type PictureWatch, watchPicture } from './watchPicture.ts';
import { watchTrack } from './watchTrack.ts';

/** Makes a camera that is off. Call it anywhere: it touches nothing until it is wanted. */
export function createCamera({ storage, ...options }: CameraOptions = {}): Camera {
  const timing = { ...defaultCameraTiming, ...options.timing };
  const getStorage = () => (storage === undefined ? globalThis.sessionStorage : storage);
  const listeners = new Set<() => void>();
  const chosen: { [facing in CameraWish['facing']]?: string | undefined } = {};
  let current: CameraSnapshot = { state: cameraOff, lenses: [], deviceId: undefined, ...noControls };
  let wish: CameraWish = { facing: 'environment' };
  let video: HTMLVideoElement | null = null;
  let stream: MediaStream | null = null;
  let opening = new AbortController();
  let permission: PermissionState | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let picture: PictureWatch | undefined;
  let unwatchTrack = () => {};
  let unwatchPage: (() => void) | undefined;

  const getTrack = () => stream?.getVideoTracks()[0];
  const isHidden = () => document.visibilityState === 'hidden';
  const emit = (change: Partial<CameraSnapshot>) => {
    current = { ...current, ...change };
    for (const listener of listeners) listener();
  };

  function dispatch(event: CameraEvent): void {
    const before = current.state;
    const state = cameraReducer(before, event);
    if (state === before) return;
    if (state.status === 'off' || state.status === 'blocked') {
      close();
      if (video) video.srcObject = null;
    }
    emit({ state });
    armTimer();
    // Another camera is a way on; without a stream nobody has looked yet.
    if (state.status === 'blocked') void refreshLenses();
    if ('step' in state && state.step === 'asking') void open(before.status === 'blocked' && before.error.code === 'camera/timeout');
    if (state.status === 'interrupted' && state.step === 'waiting') play();
  }

  function armTimer(): void {
    clearTimeout(timer);
    const { state } = current;
    const afterMs = stateTimeoutMs(state, timing);
    const step = 'step' in state ? state.step : undefined;
    // A person may take their time with a prompt, a page in the background with its picture.
    const mayLast = isHidden() || (step === 'asking' ? permission !== 'granted' : !video);
    if (afterMs !== null && !mayLast) timer = setTimeout(() => dispatch({ type: 'timedOut' }), afterMs);
  }

  function close(): void {
    opening.abort();
    unwatchTrack();
    unwatchPicture();
    if (stream) stopStream(stream);
    stream = null;
    if (current.torch !== null || current.zoom) emit(noControls);
  }

  async function open(isModest: boolean): Promise<void> {
    close();
    opening = new AbortController();
    const { signal } = opening;
    const deviceId = chosen[wish.facing] ?? readChosenCamera(getStorage, wish.facing) ?? wish.deviceId;
    try {
      const opened = await openCamera({ ...wish, deviceId, isModest }, { signal });
      const track = opened.getVideoTracks()[0];
      if (track) await settleTrack(track);
      if (signal.aborted) stopStream(opened);
      else hold(opened);
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'failed', error: toCameraError(error) });
    }
  }

  function hold(opened: MediaStream): void {
    stream = opened;
    const track = getTrack();
    if (track) {
      unwatchTrack = watchTrack(track, { onEnded: () => lose('ended'), onMuted: () => lose('muted'), onUnmuted: check });
      emit({ ...readTrackControls(track), deviceId: track.getSettings().deviceId });
    }
    void refreshLenses();
    dispatch({ type: 'opened' });
    show();
    // Its end may have come before anybody listened.
    if (track?.readyState === 'ended') lose('ended');
  }

  function show(): void {
    unwatchPicture();
    if (!video || !stream) return;
    if (video.srcObject !== stream) video.srcObject = stream;
    picture = watchPicture(video, { onPainted, onFrozen: () => lose('frozen'), onWoken: check }, timing.frozenMs);
    play();
  }

  function unwatchPicture(): void {
    picture?.stop();
    picture = undefined;
  }

  function play(): void {
    // Refused while it waits for data or when the stream is taken away; the picture is watched in any case.
    if (stream && video?.paused) void video.play().catch(() => undefined);
    picture?.look();
  }

  function onPainted(): void {
    const track = getTrack();
    const { state } = current;
    if (!video || !track || (state.status === 'interrupted' && state.step === 'waiting' && track.muted)) return;
    const { facingMode, deviceId = '' } = track.getSettings();
    const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : wish.facing;
    dispatch({ type: 'painted', picture: { video, facing, deviceId, widthPx: video.videoWidth, heightPx: video.videoHeight } });
  }

  const lose = (cause: Interruption) => dispatch({ type: 'lost', cause, maxTries: permission === 'granted' ? maxRevivals : 1 });

  /** What may have gone unnoticed while nobody looked. */
  function check(): void {
    const track = getTrack();
    dispatch({ type: 'shown' });
    armTimer();
    if (track?.readyState === 'ended') lose('ended');
    else if (track?.muted) lose('muted');
    play();
  }

  async function refreshLenses(): Promise<void> {
    const { mediaDevices } = navigator;
    const lenses = mediaDevices ? await listLenses(mediaDevices, getTrack()) : [];
    if (current.state.status === 'off') return;
    const toWords = (list: readonly Lens[]) => list.map(({ deviceId, label }) => `${deviceId} ${label}`).join();
    if (toWords(lenses) !== toWords(current.lenses)) emit({ lenses });
  }

  /** Tries again by itself, when there is something to be had and no prompt can come of it. */
  function recover(): void {
    const { state, lenses } = current;
    const isHopeless = state.status === 'blocked' && !state.error.retryable;
    // Labels are there only with permission, also where the browser does not tell of it.
    const isAllowed = permission === 'granted' || (permission !== 'denied' && lenses.some(({ label }) => label !== ''));
    if (isAllowed && lenses.length > 0 && !isHidden() && !isHopeless) dispatch({ type: 'recovered' });
  }

  async function onDevices(): Promise<void> {
    const before = current.lenses;
    await refreshLenses();
    const { lenses } = current;
    if (lenses === before) return;
    const id = getTrack()?.getSettings().deviceId;
    // Not every browser ends the track of a camera that is gone.
    if (id && lenses.every(({ deviceId }) => deviceId !== id) && lenses.some(({ deviceId }) => deviceId !== '')) lose('ended');
    recover();
  }

  function listen(): void {
    unwatchPage ??= watchCameraEnvironment({
      onShown: () => {
        check();
        void refreshLenses().then(recover);
      },
      onHidden: armTimer,
      onTurned: check,
      onDevices: () => void onDevices(),
      onPermission: (state) => {
        const isNews = permission !== undefined;
        permission = state;
        armTimer();
        if (isNews) void refreshLenses().then(recover);
      },
    });
  }

  return {
    snapshot: () => current,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    want: (next) => {
      const isSame = next.facing === wish.facing && next.deviceId === wish.deviceId;
      wish = next;
      listen();
      dispatch({ type: current.state.status === 'off' || isSame ? 'wanted' : 'changed' });
    },
    release: () => {
      unwatchPage?.();
      unwatchPage = undefined;
      permission = undefined;
      dispatch({ type: 'released' });
    },
    attach: (next) => {
      if (next === video) return;
      unwatchPicture();
      if (video) video.srcObject = null;
      video = next;
      if (video) show();
      else dispatch({ type: 'detached' });
      armTimer();
    },
    retry: () => dispatch({ type: 'retried' }),
    choose: (deviceId) => {
      chosen[wish.facing] = deviceId ?? undefined;
      writeChosenCamera(getStorage, wish.facing, deviceId ?? undefined);
      dispatch({ type: 'changed' });
    },
    adjust: async (settings) => {
      const track = getTrack();
      if (!track || !(await setTrackControls(track, settings)) || track !== getTrack()) return;
      const now = readTrackControls(track);
      // Some browsers set the light and do not say so.
      emit({ ...now, torch: now.torch === null ? null : (settings.torch ?? now.torch) });
    },
  };
}
