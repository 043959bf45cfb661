import { type JourneyState, useJourney } from '@stepframe/react';
import type { ReactNode } from 'react';
import { type JourneyPage, ProgressHeader } from '../bank/ProgressHeader.tsx';
import { isSessionLost } from '../journey/isSessionLost.ts';
import type { DocumentKind } from '../journey/SavedJourney.ts';
import { definition, documentStepId } from '../journey/steps.ts';
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

/** The pages of a journey: the step that is due, or how it stands as a whole. */
export function JourneyPages(props: JourneyPagesProps): ReactNode {
  const journey = useJourney(definition);
  if (journey.status === 'loading') {
    return <output className="bank-loading">One moment…</output>;
  }
  if ('error' in journey && journey.error && isSessionLost(journey.error)) return <LostSessionPage onStartAgain={props.onStartAgain} />;
  if (journey.status === 'failed' && journey.during === 'loading') return <UnreachablePage onRetry={journey.retry} />;
  return (
    <>
      <ProgressHeader page={toPage(journey)} />
      <DuePage {...props} journey={journey} />
    </>
  );
}

function toPage(journey: JourneyState): JourneyPage {
  if (journey.status === 'completed') return 'result';
  if (journey.status !== 'step') return 'waiting';
  return journey.step.id === documentStepId ? 'document' : 'selfie';
}

function DuePage({ journey, documentKind, onDocumentKind, onStartAgain }: JourneyPagesProps & { readonly journey: JourneyState }) {
  if (journey.status === 'completed') return <ResultPage summary={journey.summary} onStartAgain={onStartAgain} />;
  if (journey.status !== 'step') return <WaitingPage onRetry={journey.status === 'failed' ? journey.retry : null} />;
  const onContinue = journey.isDone ? journey.next : undefined;
  return journey.step.id === documentStepId ? (
    <DocumentPage kind={documentKind} onKind={onDocumentKind} onContinue={onContinue} />
  ) : (
    <SelfiePage onContinue={onContinue} />
  );
}
