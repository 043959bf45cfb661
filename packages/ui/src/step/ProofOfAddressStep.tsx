'use client';

import { forwardRef } from 'react';
import { type ProofOfAddressProps, ProofOfAddressRoot } from './ProofOfAddressRoot.tsx';
import type { ReadyStep } from './ReadyStep.ts';
import { StepScreens } from './StepScreens.tsx';

export type ProofOfAddressStepProps = ProofOfAddressProps;

/**
 * A bill, statement or letter with the person's address: one page or two, by camera or as photos. The camera's guide and checks are
 * those of an A4 sheet.
 *
 * Needs a `StepframeProvider` above it.
 */
export const ProofOfAddressStep: ReadyStep<ProofOfAddressStepProps> = forwardRef(function ProofOfAddressStep(props, ref) {
  return (
    <ProofOfAddressRoot {...props} ref={ref}>
      <StepScreens />
    </ProofOfAddressRoot>
  );
});
