import type { ReactNode } from 'react';

export interface BankFrameProps {
  /** Stands below the page and is no part of it. */
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

/** The bank's header and footer around every page. */
export function BankFrame({ aside, children }: BankFrameProps): ReactNode {
  return (
    <div className="bank">
      <header className="bank-header">
        <span className="bank-brand">
          <svg className="bank-mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M4 21c4-4 8-4 12 0s8 4 12 0M4 13c4-4 8-4 12 0s8 4 12 0" />
          </svg>
          Quillmere
        </span>
        <span className="bank-header-note">Identity check</span>
      </header>
      <main className="bank-main">{children}</main>
      <footer className="bank-footer">
        <p>Quillmere Bank does not exist. It was made up to show Stepframe at work.</p>
      </footer>
      {aside}
    </div>
  );
}
