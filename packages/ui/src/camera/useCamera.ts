'use client';

import type { CameraState, CameraWish } from '@stepframe/core/capture';
import { type CameraPort, useCamera as useHealingCamera } from '@stepframe/react';

export interface UseCameraResult {
  readonly state: CameraState;
  readonly handlers: Pick<CameraPort, 'videoRef'> & { readonly onStreamError: (error: unknown) => void };
  readonly attempt: number;
  readonly retry: () => void;
  readonly wish: CameraWish;
  readonly switchCamera: (() => void) | null;
}

/** The camera of @stepframe/react in the shape the screen knew before it; goes as soon as the screen uses that one. */
export function useCamera(facing: CameraWish['facing']): UseCameraResult {
  const { state, port, retry, switchCamera } = useHealingCamera({ facing });
  return { state, handlers: { videoRef: port.videoRef, onStreamError: retry }, attempt: 0, retry, wish: { facing }, switchCamera };
}
