'use client';

import { forwardRef } from 'react';
import type { ReadyStep } from './ReadyStep.ts';
import { SelfieRoot } from './SelfieRoot.tsx';
import type { StepProps } from './StepProps.ts';
import { StepScreens } from './StepScreens.tsx';

export type SelfieStepProps = StepProps;

/**
 * A selfie, from the instructions to the API's verdict. The preview is mirrored, as people know themselves; the
 * picture that is sent is not.
 *
 * Needs a `StepframeProvider` above it.
 */
export const SelfieStep: ReadyStep<SelfieStepProps> = forwardRef(function SelfieStep(props, ref) {
  return (
    <SelfieRoot {...props} ref={ref}>
      <StepScreens />
    </SelfieRoot>
  );
});
