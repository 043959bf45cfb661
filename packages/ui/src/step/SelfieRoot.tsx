'use client';

import { forwardRef } from 'react';
import type { Part } from '../parts/usePart.ts';
import type { StepProps } from './StepProps.ts';
import { StepRoot, type StepRootState } from './StepRoot.tsx';

/** Holds a selfie's step for the parts inside. Needs a `StepframeProvider` above it. */
export const SelfieRoot: Part<'section', StepRootState, StepProps> = forwardRef(function SelfieRoot(props, ref) {
  return <StepRoot {...props} ref={ref} kind="selfie" subject="face" />;
});
