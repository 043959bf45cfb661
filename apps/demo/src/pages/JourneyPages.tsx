import type { JourneySummary } from '@stepframe/core';
import { useJourneySummary } from '@stepframe/react';
import { type ReactNode, useState } from 'react';
import { ProgressHeader } from '../bank/ProgressHeader.tsx';
import { choosePage } from '../journey/choosePage.ts';
import { hasEnded } from '../journey/hasEnded.ts';
import { isSessionLost } from '../journey/isSessionLost.ts';
import type { DocumentKind } from '../journey/SavedJourney.ts';
import { documentStepId, selfieStepId, stepIds } from '../journey/steps.ts';
import { DocumentPage } from './DocumentPage.tsx';
import { LostSessionPage } from './LostSessionPage.tsx';
import { ResultPage } from './ResultPage.tsx';
import { SelfiePage } from './SelfiePage.tsx';
import { UnreachablePage } from './UnreachablePage.tsx';
import { WaitingPage } from './WaitingPage.tsx';

export interface JourneyPagesProps {
  readonly documentKind: DocumentKind | null;
  readonly onDocumentKind: (kind: DocumentKind | null) => void;
  readonly onStartAgain: () => void;
}

/** The pages of a journey: whatever the summary says, or why it says nothing. */
export function JourneyPages(props: JourneyPagesProps): ReactNode {
  const result = useJourneySummary();
  if (result.status === 'loading') {
    return <output className="bank-loading">One moment…</output>;
  }
  if (result.error && isSessionLost(result.error)) return <LostSessionPage onStartAgain={props.onStartAgain} />;
  if (result.status === 'failed') return <UnreachablePage onRetry={result.retry} />;
  return <KnownJourney {...props} summary={result.summary} />;
}

function KnownJourney({ summary, documentKind, onDocumentKind, onStartAgain }: JourneyPagesProps & { readonly summary: JourneySummary }) {
  // Steps that had ended before this page was opened need no second Continue.
  const [left, setLeft] = useState(() => stepIds.filter((stepId) => hasEnded(summary, stepId)));
  const page = choosePage(summary, left);
  const leave = (stepId: string) => setLeft((before) => [...before, stepId]);
  return (
    <>
      <ProgressHeader page={page} />
      {page === 'document' && <DocumentPage kind={documentKind} onKind={onDocumentKind} onContinue={() => leave(documentStepId)} />}
      {page === 'selfie' && <SelfiePage onContinue={() => leave(selfieStepId)} />}
      {page === 'waiting' && <WaitingPage summary={summary} />}
      {page === 'result' && <ResultPage summary={summary} onStartAgain={onStartAgain} />}
    </>
  );
}
