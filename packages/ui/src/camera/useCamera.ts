'use client';

import { CameraError, type CameraWish, toCameraError } from '@stepframe/core/capture';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Where the camera stands.
 *
 * - `opening`: asked for; perhaps the browser is asking the person.
 * - `live`: a real picture is on the screen, of the camera that faces `facing`. Before that frames are black, so
 *   nothing can be taken.
 * - `blocked`: it cannot be used; `error` says why.
 */
export type CameraState =
  | { readonly status: 'opening' }
  | { readonly status: 'live'; readonly video: HTMLVideoElement; readonly facing: CameraWish['facing'] }
  | { readonly status: 'blocked'; readonly error: CameraError };

export interface CameraHandlers {
  readonly onStream: (stream: MediaStream) => void;
  readonly onStreamError: (error: unknown) => void;
  readonly onPlaying: (video: HTMLVideoElement) => void;
}

export interface UseCameraResult {
  readonly state: CameraState;
  /** For the element that holds the stream. */
  readonly handlers: CameraHandlers;
  /** Changes with every new try; a key for the element. */
  readonly attempt: number;
  readonly retry: () => void;
  readonly wish: CameraWish;
  /** Goes to the next camera; `null` where there is only one. */
  readonly switchCamera: (() => void) | null;
}

const firstPictureMs = 10_000;
const opening: CameraState = { status: 'opening' };

/** Follows a camera from the question to the live picture, and says what is in the way. */
export function useCamera(facing: CameraWish['facing']): UseCameraResult {
  const [state, setState] = useState<CameraState>(opening);
  const [attempt, setAttempt] = useState(0);
  const [deviceId, setDeviceId] = useState<string>();
  const [deviceIds, setDeviceIds] = useState<readonly string[]>([]);
  const isMounted = useRef(false);
  const release = useRef<(() => void) | undefined>(undefined);

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      release.current?.();
    };
  }, []);

  const block = useCallback((error: CameraError) => {
    // react-webcam reports errors even after it is gone.
    if (isMounted.current) setState({ status: 'blocked', error });
  }, []);

  const onStream = useCallback(
    (stream: MediaStream) => {
      const track = stream.getVideoTracks()[0];
      const onEnded = () => block(toCameraError(new DOMException('The track ended.', 'AbortError')));
      const timer = setTimeout(() => block(toCameraError(new DOMException('No frame came.', 'TimeoutError'))), firstPictureMs);
      track?.addEventListener('ended', onEnded);
      release.current = () => {
        clearTimeout(timer);
        track?.removeEventListener('ended', onEnded);
      };
      // Only with permission do devices have ids.
      void navigator.mediaDevices.enumerateDevices().then((devices) => {
        const ids = devices.filter(({ kind, deviceId: id }) => kind === 'videoinput' && id).map(({ deviceId: id }) => id);
        if (isMounted.current) setDeviceIds(ids);
      });
    },
    [block],
  );

  const restart = () => {
    release.current?.();
    setState(opening);
    setAttempt((last) => last + 1);
  };
  const currentId = deviceId ?? (state.status === 'live' ? settingsOf(state.video)?.deviceId : undefined);
  return {
    state,
    attempt,
    wish: { facing, deviceId },
    retry: restart,
    handlers: {
      onStream,
      onStreamError: (error) => block(toCameraError(error)),
      onPlaying: (video) => {
        if (!isMounted.current) return;
        // A wish may not be met, and the person may have switched; desktop cameras do not say where they face.
        const actual = settingsOf(video)?.facingMode;
        const live: CameraState = { status: 'live', video, facing: actual === 'user' || actual === 'environment' ? actual : facing };
        setState((last) => (last.status === 'opening' ? live : last));
      },
    },
    switchCamera:
      deviceIds.length < 2
        ? null
        : () => {
            setDeviceId(deviceIds[(deviceIds.indexOf(currentId ?? '') + 1) % deviceIds.length]);
            restart();
          },
  };
}

function settingsOf(video: HTMLVideoElement): MediaTrackSettings | undefined {
  return video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0]?.getSettings() : undefined;
}
