'use client';

import {
  type CameraOptions,
  type CameraState,
  type CameraWish,
  createCamera,
  type Lens,
  nextLens,
  type ZoomRange,
} from '@stepframe/core/capture';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

/** What the element that shows the camera needs. Any element that puts `videoRef` on a muted, inline video will do. */
export interface CameraPort {
  /** Always the same function. The stream is kept while there is no video, and shown again in the next one. */
  readonly videoRef: (video: HTMLVideoElement | null) => void;
  /** Mirror what is shown, never what is taken: the camera in use faces the person. */
  readonly mirrored: boolean;
}

export interface UseCameraOptions extends CameraOptions {
  /** `user` for a selfie, `environment` for a document. */
  readonly facing: CameraWish['facing'];
  /** The camera is opened while this is `true`, and every track stops when it turns `false`. Default `true`. */
  readonly isWanted?: boolean | undefined;
  /** A camera the host prefers; the person's own choice comes before it. */
  readonly deviceId?: string | undefined;
}

export interface UseCameraResult {
  readonly state: CameraState;
  /** For the element that shows the camera: `<CameraVideo {...port} label="…" />`, or a video of your own. */
  readonly port: CameraPort;
  /** Opens the camera anew; does nothing while it is opening or live. */
  readonly retry: () => void;
  /** Goes to the next camera, and remembers it as the person's choice; `null` where there is no other. */
  readonly switchCamera: (() => void) | null;
  /** The cameras there are; ids and labels are empty before permission. */
  readonly devices: readonly Lens[];
  /** Takes this camera from now on; `null` leaves the choice to the machine again. */
  readonly chooseDevice: (deviceId: string | null) => void;
  /** The light; `null` where the camera in use has none. */
  readonly torch: { readonly isOn: boolean; readonly set: (isOn: boolean) => Promise<void> } | null;
  /** The zoom; `null` where the camera in use has none. */
  readonly zoom: (ZoomRange & { readonly set: (value: number) => Promise<void> }) | null;
}

/**
 * A camera from the wish to the last track: opened once (under StrictMode, too), kept as long as it is wanted, brought
 * back after interruptions, stopped at the end. Headless: render `port` wherever the picture is to be seen.
 *
 * Keep the hook where it lives as long as the journey needs the camera, and switch `isWanted`: one stream serves front and
 * back, and nobody is asked twice. `timing` and `storage` are read once.
 *
 * ```tsx
 * const camera = useCamera({ facing: 'environment', isWanted: isTaking });
 * <video ref={camera.port.videoRef} autoPlay muted playsInline />
 * {camera.state.status === 'live' && <Shutter video={camera.state.video} />}
 * {camera.state.status === 'blocked' && <Why error={camera.state.error} onRetry={camera.retry} />}
 * ```
 */
export function useCamera({ facing, isWanted = true, deviceId, ...options }: UseCameraOptions): UseCameraResult {
  const [camera] = useState(() => createCamera(options));
  const { state, lenses, deviceId: currentId, torch, zoom } = useSyncExternalStore(camera.subscribe, camera.snapshot, camera.snapshot);

  useEffect(() => {
    if (isWanted) camera.want({ facing, deviceId });
    else camera.release();
  }, [camera, facing, deviceId, isWanted]);
  useEffect(() => camera.release, [camera]);

  const mirrored = (state.status === 'live' ? state.facing : facing) === 'user';
  return useMemo(() => {
    const next = nextLens(lenses, facing, currentId);
    return {
      state,
      port: { videoRef: camera.attach, mirrored },
      retry: camera.retry,
      switchCamera: next && (() => camera.choose(next.deviceId)),
      devices: lenses,
      chooseDevice: camera.choose,
      torch: torch === null ? null : { isOn: torch, set: (isOn: boolean) => camera.adjust({ torch: isOn }) },
      zoom: zoom && { ...zoom, set: (value: number) => camera.adjust({ zoom: value }) },
    };
  }, [camera, state, lenses, currentId, facing, mirrored, torch, zoom]);
}
