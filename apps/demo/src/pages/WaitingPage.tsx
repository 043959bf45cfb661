import { type JourneySummary, toVerdict } from '@stepframe/core';
import { useCompleteJourney } from '@stepframe/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Page } from '../bank/Page.tsx';
import { documentStepId, selfieStepId } from '../journey/steps.ts';

const rows: readonly { readonly stepId: string; readonly label: string }[] = [
  { stepId: documentStepId, label: 'Document' },
  { stepId: selfieStepId, label: 'Selfie' },
];

/** Completes the journey, and says how its steps stand until the end is known. */
export function WaitingPage({ summary }: { readonly summary: JourneySummary }): ReactNode {
  const completion = useCompleteJourney();
  const hasAsked = useRef(false);
  useEffect(() => {
    // Once: a failure waits for the customer's word.
    if (completion.status !== 'idle' || hasAsked.current) return;
    hasAsked.current = true;
    completion.complete();
  }, [completion]);

  return (
    <Page title="Putting it all together">
      <p className="bank-lead">This takes a few seconds. You can stay on this page.</p>
      <ul className="bank-states">
        {rows.map(({ stepId, label }) => {
          const { status, words } = describeStep(summary, stepId);
          return (
            <li key={stepId} data-status={status}>
              <span>{label}</span>
              <span className="bank-state">{words}</span>
            </li>
          );
        })}
        <li data-status="processing">
          <span>Final check</span>
          <span className="bank-state">{completion.status === 'failed' ? 'Not done yet' : 'In progress'}</span>
        </li>
      </ul>
      {completion.status === 'failed' ? (
        <>
          <p className="bank-alert" role="alert">
            The verification could not be finished just now. Nothing you sent is lost.
          </p>
          <button type="button" className="bank-button" onClick={completion.complete}>
            Try again
          </button>
        </>
      ) : (
        <div className="bank-bar" aria-hidden="true" />
      )}
    </Page>
  );
}

function describeStep(summary: JourneySummary, stepId: string): { readonly status: string; readonly words: string } {
  const { status } = toVerdict(summary, stepId);
  if (status === 'accepted') return { status, words: 'Accepted' };
  return status === 'rejected' ? { status, words: 'Submitted' } : { status, words: 'Being checked' };
}
