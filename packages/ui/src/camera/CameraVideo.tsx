'use client';

import type { CameraPort } from '@stepframe/react';
import { type Component, type ComponentType, type CSSProperties, type ReactNode, useCallback } from 'react';
import * as reactWebcam from 'react-webcam';

/** What is used of react-webcam; its own types name a global that React 19 took away. */
interface WebcamProps {
  readonly mirrored: boolean;
  readonly className: string;
  readonly style: CSSProperties;
  readonly 'aria-label': string;
}

type Webcam = Component<WebcamProps> & { readonly video?: HTMLVideoElement | null };
type WebcamClass = new (props: WebcamProps) => Webcam;

/** It is CommonJS: bundlers and Node disagree on how deep its default export lies. */
function unwrap(module: unknown): WebcamClass {
  const inner = (module as { readonly default?: unknown }).default;
  return inner === undefined ? (module as WebcamClass) : unwrap(inner);
}

/**
 * react-webcam without its own question: it asks on mount, so twice under StrictMode, and again for each new element. Here
 * the camera is asked for by `useCamera`, once, and its stream is stopped there.
 */
class QuietWebcam extends unwrap(reactWebcam) {
  override componentDidMount(): void {}
  override componentDidUpdate(): void {}
  override componentWillUnmount(): void {}
}

export interface CameraVideoProps extends CameraPort {
  /** Accessible name of the picture. */
  readonly label: string;
}

/** Shows the camera. What replaces it takes the same props, and puts `videoRef` on a muted, inline video. */
export type CameraVideoComponent = ComponentType<CameraVideoProps>;

/** The default port, over react-webcam: the video element, mirrored for the eye only. Frames are taken from the element. */
export function CameraVideo({ videoRef, mirrored, label }: CameraVideoProps): ReactNode {
  const webcamRef = useCallback((webcam: Webcam | null) => videoRef(webcam?.video ?? null), [videoRef]);
  return (
    <QuietWebcam
      ref={webcamRef}
      mirrored={mirrored}
      className="sf-video"
      // Without a stylesheet it must still fit its column.
      style={{ display: 'block', width: '100%', height: '100%', objectFit: 'cover' }}
      aria-label={label}
    />
  );
}
