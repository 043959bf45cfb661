'use client';

import type { Side } from '@stepframe/react';
import type { ReactNode } from 'react';
import type { StepProps } from './StepProps.ts';
import { StepView } from './StepView.tsx';

export type SelfieStepProps = StepProps;

const face: readonly Side[] = ['front'];

/**
 * A selfie, from the instructions to the API's verdict. The preview is mirrored, as people know themselves; the
 * picture that is sent is not.
 *
 * Needs a `StepframeProvider` above it.
 */
export function SelfieStep(props: SelfieStepProps): ReactNode {
  return <StepView {...props} kind="selfie" sides={face} />;
}
