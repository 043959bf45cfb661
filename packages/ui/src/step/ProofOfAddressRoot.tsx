'use client';

import type { StepSides } from '@stepframe/react';
import { forwardRef } from 'react';
import type { Part } from '../parts/usePart.ts';
import type { StepProps } from './StepProps.ts';
import { StepRoot, type StepRootState } from './StepRoot.tsx';

export type ProofOfAddressProps = StepProps & StepSides;

/** Holds the step of a proof of address for the parts inside. Needs a `StepframeProvider` above it. */
export const ProofOfAddressRoot: Part<'section', StepRootState, ProofOfAddressProps> = forwardRef(function ProofOfAddressRoot(props, ref) {
  return <StepRoot {...props} ref={ref} kind="address" subject="page" />;
});
