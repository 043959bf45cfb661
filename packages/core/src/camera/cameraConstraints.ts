/** Which camera: by the side it faces, or a certain one. */
export interface CameraWish {
  /** `user` for a selfie, `environment` for a document. */
  readonly facing: 'user' | 'environment';
  /** A camera the person chose, from `enumerateDevices`. */
  readonly deviceId?: string | undefined;
  /** Asks for no size: after a camera that was allowed and gave no picture, mostly because of its size. Default `false`. */
  readonly isModest?: boolean | undefined;
}

/** `resizeMode` is in the standard and not yet in TypeScript's library. Source: Media Capture and Streams, 4.3.8. */
interface VideoConstraints extends MediaTrackConstraints {
  readonly resizeMode?: string;
}

/** 16:9 at 1080 lines, which nearly every camera has; 4K makes the preview black on some phones (react-webcam#408). */
const size: VideoConstraints = { width: { ideal: 1920 }, height: { ideal: 1080 }, resizeMode: 'none' };

/**
 * What to ask `getUserMedia` for, best first: try the next when one fails with `camera/overconstrained` or `camera/in-use`.
 *
 * Sizes and facing are wishes (`ideal`), so the first entry mostly succeeds. A chosen camera is asked for by `exact`,
 * and left aside when it is gone. Never any sound.
 */
export function cameraConstraints({ facing, deviceId, isModest = false }: CameraWish): readonly MediaStreamConstraints[] {
  const chosen: VideoConstraints[] = deviceId ? [{ deviceId: { exact: deviceId } }] : [];
  const wishes = [...chosen, { facingMode: { ideal: facing } }];
  const ladder = wishes.flatMap((which): VideoConstraints[] => (isModest ? [which] : [{ ...which, ...size }, which]));
  return [...ladder, true].map((video) => ({ video, audio: false }));
}
