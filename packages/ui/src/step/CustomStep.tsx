'use client';

import { forwardRef } from 'react';
import { type CustomProps, CustomRoot } from './CustomRoot.tsx';
import type { ReadyStep } from './ReadyStep.ts';
import { StepScreens } from './StepScreens.tsx';

export type CustomStepProps = CustomProps;

/**
 * Any other picture: another document, a page, or the face of somebody else. `subject` decides how it is framed and looked at; a card
 * unless it is said. Words besides title and lead are `custom.…` of `messages`.
 *
 * Needs a `StepframeProvider` above it.
 */
export const CustomStep: ReadyStep<CustomStepProps> = forwardRef(function CustomStep(props, ref) {
  return (
    <CustomRoot {...props} ref={ref}>
      <StepScreens />
    </CustomRoot>
  );
});
