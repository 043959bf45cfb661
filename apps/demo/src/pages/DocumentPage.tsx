import { type StepScreen, useProcessStep } from '@stepframe/react';
import { IdDocumentStep, type Messages } from '@stepframe/ui';
import { type ReactNode, useState } from 'react';
import { Page } from '../bank/Page.tsx';
import type { DocumentKind } from '../journey/SavedJourney.ts';
import { documentStepId } from '../journey/steps.ts';
import { DocumentChoice } from './DocumentChoice.tsx';

export interface DocumentPageProps {
  /** `null` until the customer has chosen. */
  readonly kind: DocumentKind | null;
  readonly onKind: (kind: DocumentKind | null) => void;
  /** Given once the step asks nothing more of the customer. */
  readonly onContinue: (() => void) | undefined;
}

const passportWords: Partial<Messages> = {
  'document.title': 'Photograph your passport',
  'document.lead': 'Open it at the page with your photo.',
  'document.camera.front': 'Photo page of your passport',
  'document.hint.front': 'Fit the photo page into the frame',
  'document.picture.front': 'Your picture of the photo page',
  'document.front': 'photo page',
};

const cardWords: Partial<Messages> = {
  'document.title': 'Photograph your ID card',
  'document.lead': 'Both sides, one after the other.',
};

/** The choice of a document, then its photographs. */
export function DocumentPage({ kind, onKind, onContinue }: DocumentPageProps): ReactNode {
  const step = useProcessStep(documentStepId);
  const [screen, setScreen] = useState<StepScreen['name']>('loading');
  const canChange = step.status === 'idle' || (step.status === 'rejected' && step.canRetry);
  if (kind === null && canChange) return <DocumentChoice onKind={onKind} />;
  // Once there are pictures in hand, a stray tap must not throw them away.
  const offersChange = screen === 'instructions' || screen === 'rejected';
  return (
    <Page key="photos" kind="step" title="Your document">
      <IdDocumentStep
        className="bank-step"
        stepId={documentStepId}
        sides={kind === 'passport' ? 1 : 2}
        messages={kind === 'passport' ? passportWords : cardWords}
        onScreen={setScreen}
        onContinue={onContinue}
      />
      {offersChange && (
        <button type="button" className="bank-link" onClick={() => onKind(null)}>
          Use another document
        </button>
      )}
    </Page>
  );
}
