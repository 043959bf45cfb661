import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';

/** The journey's state cannot be read just now. */
export function UnreachablePage({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  return (
    <Page sign="cloud" title="We cannot reach our service">
      <p className="bank-lead">Please check your connection. Nothing you sent is lost.</p>
      <button type="button" className="bank-button" onClick={onRetry}>
        Try again
      </button>
    </Page>
  );
}
