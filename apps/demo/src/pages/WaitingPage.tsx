import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';

export interface WaitingPageProps {
  /** The journey could not be completed, and this tries again. `null` while it is being completed. */
  readonly onRetry: (() => void) | null;
}

/** Every step is done, and the journey is being completed. */
export function WaitingPage({ onRetry }: WaitingPageProps): ReactNode {
  return (
    <Page title="Putting it all together">
      <p className="bank-lead">This takes a few seconds. You can stay on this page.</p>
      <ul className="bank-states">
        <li data-status="accepted">
          <span>Your document and your selfie</span>
          <span className="bank-state">Received</span>
        </li>
        <li data-status="processing">
          <span>Final check</span>
          <span className="bank-state">{onRetry ? 'Not done yet' : 'In progress'}</span>
        </li>
      </ul>
      {onRetry ? (
        <>
          <p className="bank-alert" role="alert">
            The verification could not be finished just now. Nothing you sent is lost.
          </p>
          <button type="button" className="bank-button" onClick={onRetry}>
            Try again
          </button>
        </>
      ) : (
        <div className="bank-bar" aria-hidden="true" />
      )}
    </Page>
  );
}
