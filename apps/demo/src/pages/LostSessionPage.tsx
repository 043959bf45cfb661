import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';

/** The session has run out, or the journey is gone. */
export function LostSessionPage({ onStartAgain }: { readonly onStartAgain: () => void }): ReactNode {
  return (
    <Page sign="door" title="Your session has ended">
      <p className="bank-lead">For your safety a verification stays open for half an hour. Please start again; it takes about 3 minutes.</p>
      <button type="button" className="bank-button" onClick={onStartAgain}>
        Start again
      </button>
    </Page>
  );
}
