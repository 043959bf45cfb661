import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';
import type { DocumentKind } from '../journey/SavedJourney.ts';

const choices: readonly { readonly kind: DocumentKind; readonly label: string; readonly note: string }[] = [
  { kind: 'card', label: 'ID card', note: 'Two sides' },
  { kind: 'passport', label: 'Passport', note: 'One side' },
];

/** Which document the customer has at hand. */
export function DocumentChoice({ onKind }: { readonly onKind: (kind: DocumentKind) => void }): ReactNode {
  return (
    <Page key="choice" title="Which document will you use?">
      <p className="bank-lead">It must be valid, and it must be yours.</p>
      <div className="bank-choices">
        {choices.map(({ kind, label, note }) => (
          <button key={kind} type="button" className="bank-choice" onClick={() => onKind(kind)}>
            <svg viewBox="0 0 40 40" aria-hidden="true">
              {kind === 'card' ? (
                <>
                  <rect x="4" y="9" width="32" height="22" rx="4" />
                  <circle cx="13" cy="18" r="3.2" />
                  <path d="M8.5 26c.8-2.6 2.4-3.7 4.5-3.7s3.7 1.1 4.5 3.7M23 17h8M23 23h8" />
                </>
              ) : (
                <>
                  <rect x="8" y="4" width="24" height="32" rx="4" />
                  <circle cx="20" cy="16" r="5.5" />
                  <path d="M14.5 16h11M20 10.5c3 3.5 3 7.5 0 11M20 10.5c-3 3.5-3 7.5 0 11M14 29h12" />
                </>
              )}
            </svg>
            <span>
              <strong>{label}</strong>
              <span>{note}</span>
            </span>
            <svg className="bank-choice-arrow" viewBox="0 0 16 16" aria-hidden="true">
              <path d="m6 3 5 5-5 5" />
            </svg>
          </button>
        ))}
      </div>
    </Page>
  );
}
