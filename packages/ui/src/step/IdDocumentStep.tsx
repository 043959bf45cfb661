'use client';

import { forwardRef } from 'react';
import { type IdDocumentProps, IdDocumentRoot } from './IdDocumentRoot.tsx';
import type { ReadyStep } from './ReadyStep.ts';
import { StepScreens } from './StepScreens.tsx';

export type IdDocumentStepProps = IdDocumentProps;

/**
 * An identity document, from the instructions to the API's verdict: camera or file, review, progress, try again.
 *
 * Needs a `StepframeProvider` above it. Works without a stylesheet; `@stepframe/ui/styles.css` makes it good-looking.
 */
export const IdDocumentStep: ReadyStep<IdDocumentStepProps> = forwardRef(function IdDocumentStep(props, ref) {
  return (
    <IdDocumentRoot {...props} ref={ref}>
      <StepScreens />
    </IdDocumentRoot>
  );
});
