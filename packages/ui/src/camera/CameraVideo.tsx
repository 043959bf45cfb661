'use client';

import { cameraConstraints, type CameraWish, toCameraError } from '@stepframe/core/capture';
import { type ComponentType, type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import * as reactWebcam from 'react-webcam';
import type { CameraHandlers } from './useCamera.ts';

/** What is used of react-webcam; its own types name a global that React 19 took away. */
interface WebcamProps {
  readonly audio: false;
  readonly mirrored: boolean;
  readonly videoConstraints: MediaStreamConstraints['video'];
  readonly onUserMedia: (stream: MediaStream) => void;
  readonly onUserMediaError: (error: unknown) => void;
  readonly onPlaying: (event: { readonly currentTarget: HTMLVideoElement }) => void;
  readonly className: string;
  readonly style: CSSProperties;
  readonly playsInline: true;
  readonly muted: true;
  readonly 'aria-label': string;
}

/** It is CommonJS: bundlers and Node disagree on how deep its default export lies. */
function unwrap(module: unknown): ComponentType<WebcamProps> {
  const inner = (module as { readonly default?: unknown }).default;
  return inner === undefined ? (module as ComponentType<WebcamProps>) : unwrap(inner);
}

const Webcam = unwrap(reactWebcam);

/** Failures after which asking for less may help. */
const worthAskingForLess = new Set(['camera/overconstrained', 'camera/in-use']);

export interface CameraVideoProps extends CameraHandlers {
  readonly wish: CameraWish;
  /** Mirrors what is shown, never what is taken. */
  readonly mirrored: boolean;
  readonly label: string;
}

/** The only owner of the stream: opens it when it appears, stops it when it goes. Asks for the best first, then for less. */
export function CameraVideo({ wish, mirrored, label, onStream, onStreamError, onPlaying }: CameraVideoProps): ReactNode {
  const { facing, deviceId } = wish;
  const ladder = useMemo(() => cameraConstraints({ facing, deviceId }), [facing, deviceId]);
  const [rung, setRung] = useState(0);
  return (
    <Webcam
      // A new element for a new question: react-webcam keeps the canvas and the tracks of the last one.
      key={rung}
      audio={false}
      mirrored={mirrored}
      videoConstraints={ladder[rung]?.video}
      onUserMedia={onStream}
      onUserMediaError={(error) => {
        if (worthAskingForLess.has(toCameraError(error).code) && rung < ladder.length - 1) setRung(rung + 1);
        else onStreamError(error);
      }}
      onPlaying={(event) => onPlaying(event.currentTarget)}
      className="sf-video"
      // Without a stylesheet it must still fit its column.
      style={{ maxWidth: '100%' }}
      playsInline
      muted
      aria-label={label}
    />
  );
}
