'use client';

import { ConfigurationError } from '@stepframe/core';
import type { CameraState } from '@stepframe/core/capture';
import type { FrameGuidance, UseCameraResult } from '@stepframe/react';
import { type Context, createContext, useContext } from 'react';
import type { Blocked } from './useBlocked.ts';

/** What the parts of the camera know. */
export interface CameraContextValue {
  readonly camera: UseCameraResult;
  readonly guide: FrameGuidance;
  /** What keeps the camera away, or `null`. */
  readonly blocked: Blocked | null;
  /** How the live picture is; `busy` while the one that was taken is prepared. */
  readonly status: CameraState['status'] | 'busy';
  /** Width of the picture by its height; a guess until there is one. */
  readonly ratio: number;
  /** `good`: nothing is in the way of a good picture. `held`: the last press was refused. */
  readonly tone: 'neutral' | 'good' | 'held';
  /** What is to be photographed; the same behind a review. */
  readonly title: string;
  /** What to do now. */
  readonly words: string;
  /** The same for those who do not see it, less hastily. */
  readonly announcement: string;
  /** A sentence about the last picture, when it was no good, or why none could be taken. */
  readonly problem: string | null;
  /** A picture can be taken. */
  readonly isReady: boolean;
  /** One was asked for, and it takes a while to say whether it is taken. */
  readonly isWaiting: boolean;
  readonly takeNow: () => void;
  /** Whether a good picture is taken by itself. */
  readonly isAutomatic: boolean;
  /** Switches that; `null` where it is not offered. */
  readonly switchAutomatic: ((isOn: boolean) => void) | null;
}

export const CameraContext: Context<CameraContextValue | null> = createContext<CameraContextValue | null>(null);

/** @throws ConfigurationError outside of a `Camera` */
export function useCameraParts(): CameraContextValue {
  const camera = useContext(CameraContext);
  if (!camera) throw new ConfigurationError('This part must be inside of the Camera of a step, such as <IdDocument.Camera>.');
  return camera;
}
