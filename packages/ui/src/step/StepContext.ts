'use client';

import { ConfigurationError } from '@stepframe/core';
import type { CameraError } from '@stepframe/core/capture';
import type { CaptureSource, CaptureStep, Side } from '@stepframe/react';
import { type Context, createContext, useContext } from 'react';
import type { ScreenWords } from '../messages/useScreenWords.ts';
import type { StepLook } from './stepKind.ts';
import type { GuidanceProps } from './StepProps.ts';

/** What the parts of a step know. */
export interface StepContextValue extends CaptureStep, StepLook {
  /** What the screen that is due says. */
  readonly words: ScreenWords;
  readonly guidance: GuidanceProps;
  /** Why there is no camera here, known without asking; `null` when it may be tried. */
  readonly noCamera: CameraError | null;
  /** The way the last pictures came, which is offered first when others are wanted. */
  readonly lastSource: CaptureSource;
  /** Opens the camera; `null` where there is none. */
  readonly openCamera: (() => void) | null;
  readonly chooseFile: (file: File) => void;
  /** Takes a side anew with the camera; `null` where there is none. */
  readonly retake: ((side: Side) => void) | null;
  /** Takes a file in a side's place. */
  readonly replace: (side: Side, file: File) => void;
  /** Leaves the step out, where that may be done now. */
  readonly skip?: (() => void) | undefined;
  readonly onContinue?: (() => void) | undefined;
  readonly onSignIn?: (() => void) | undefined;
}

export const StepContext: Context<StepContextValue | null> = createContext<StepContextValue | null>(null);

/** @throws ConfigurationError outside of a step's root */
export function useStep(): StepContextValue {
  const step = useContext(StepContext);
  if (!step) throw new ConfigurationError('This part must be inside of the Root of a step, such as <IdDocument.Root>.');
  return step;
}
