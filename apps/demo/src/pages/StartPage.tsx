import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';
import type { Start } from '../journey/useVerification.ts';

export interface StartPageProps {
  readonly start: Start;
  readonly onStart: () => void;
}

/** What is needed, what happens with it, and the customer's consent. */
export function StartPage({ start, onStart }: StartPageProps): ReactNode {
  const isStarting = start.status === 'starting';
  return (
    <Page eyebrow="About 3 minutes" title="Let’s make sure it’s you">
      <p className="bank-lead">Before we open your account, we check your identity once. You need two things:</p>
      <ul className="bank-needs">
        <li>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <rect x="3" y="5" width="18" height="14" rx="2.5" />
            <circle cx="8.5" cy="11" r="2" />
            <path d="M5.5 16c.6-1.6 1.7-2.3 3-2.3s2.4.7 3 2.3M14.5 10h4M14.5 13.5h4" />
          </svg>
          <span>
            <strong>Your identity card or passport</strong>
            <span>The document itself, not a copy.</span>
          </span>
        </li>
        <li>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="9" r="4" />
            <path d="M4.5 20c1-4 3.8-6 7.5-6s6.5 2 7.5 6" />
          </svg>
          <span>
            <strong>Your face, for a selfie</strong>
            <span>With this device’s camera, or as a photo.</span>
          </span>
        </li>
      </ul>
      {start.status === 'failed' && (
        <p className="bank-alert" role="alert">
          The verification could not be started. Check your connection and try again.
        </p>
      )}
      <button type="button" className="bank-button" aria-disabled={isStarting} onClick={() => isStarting || onStart()}>
        {isStarting ? 'Starting…' : 'Start verification'}
      </button>
      <p className="bank-small">By starting you agree that your document and your selfie are checked for this purpose.</p>
      <div className="bank-privacy">
        <h2>Your pictures</h2>
        <p>
          They are sent to our verification partner for this check and for nothing else. Place and time are taken out of your photos before
          they leave this device.
        </p>
      </div>
    </Page>
  );
}
