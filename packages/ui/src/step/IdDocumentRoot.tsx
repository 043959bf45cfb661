'use client';

import type { StepSides } from '@stepframe/react';
import { forwardRef } from 'react';
import type { Part } from '../parts/usePart.ts';
import type { StepProps } from './StepProps.ts';
import { StepRoot, type StepRootState } from './StepRoot.tsx';

export type IdDocumentProps = StepProps & StepSides;

/** Holds an identity document's step for the parts inside. Needs a `StepframeProvider` above it. */
export const IdDocumentRoot: Part<'section', StepRootState, IdDocumentProps> = forwardRef(function IdDocumentRoot(props, ref) {
  return <StepRoot {...props} ref={ref} kind="document" subject="card" />;
});
