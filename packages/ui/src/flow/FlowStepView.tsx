import type { ReactNode } from 'react';
import { CustomStep } from '../step/CustomStep.tsx';
import { IdDocumentStep } from '../step/IdDocumentStep.tsx';
import { ProofOfAddressStep } from '../step/ProofOfAddressStep.tsx';
import { SelfieStep } from '../step/SelfieStep.tsx';
import type { StepProps } from '../step/StepProps.ts';
import type { FlowStep } from './FlowStep.ts';

export interface FlowStepViewProps extends Pick<StepProps, 'onScreen' | 'onContinue' | 'onSignIn'> {
  readonly step: FlowStep;
}

/** The step's component, by its kind. */
export function FlowStepView({ step, ...host }: FlowStepViewProps): ReactNode {
  // The step's id is none of an element.
  const shared = { ...host, stepId: step.id, id: undefined };
  switch (step.kind) {
    case 'id-document':
      return <IdDocumentStep {...step} {...shared} />;
    case 'selfie':
      return <SelfieStep {...step} {...shared} />;
    case 'proof-of-address':
      return <ProofOfAddressStep {...step} {...shared} />;
    case 'custom':
      return <CustomStep {...step} {...shared} />;
    default:
      return step satisfies never;
  }
}
