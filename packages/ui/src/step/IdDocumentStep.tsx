'use client';

import type { Side } from '@stepframe/react';
import type { ReactNode } from 'react';
import type { StepProps } from './StepProps.ts';
import { StepView } from './StepView.tsx';

export interface IdDocumentStepProps extends StepProps {
  /** How many sides are photographed. Both are sent in one submission. Default 1. */
  readonly sides?: 1 | 2;
}

const oneSide: readonly Side[] = ['front'];
const bothSides: readonly Side[] = ['front', 'back'];

/**
 * An identity document, from the instructions to the API's verdict: camera or file, review, progress, try again.
 *
 * Needs a `StepframeProvider` above it. Works without a stylesheet; `@stepframe/ui/styles.css` makes it good-looking.
 */
export function IdDocumentStep({ sides = 1, ...props }: IdDocumentStepProps): ReactNode {
  return <StepView {...props} kind="document" sides={sides === 2 ? bothSides : oneSide} />;
}
