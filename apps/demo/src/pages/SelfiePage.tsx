import { SelfieStep } from '@stepframe/ui';
import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';
import { selfieStepId } from '../journey/steps.ts';

/** The selfie. */
export function SelfiePage({ onContinue }: { readonly onContinue: (() => void) | undefined }): ReactNode {
  return (
    <Page kind="step" title="Your selfie">
      <SelfieStep className="bank-step" stepId={selfieStepId} onContinue={onContinue} />
    </Page>
  );
}
