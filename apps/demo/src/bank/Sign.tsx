import type { ReactNode } from 'react';

export type SignKind = 'check' | 'clock' | 'door' | 'cloud';

const drawings: Readonly<Record<SignKind, string>> = {
  check: 'm9 17 5.5 5.5L24 11',
  clock: 'M16 9v7.5l5 3M28 16a12 12 0 1 1-24 0 12 12 0 0 1 24 0',
  door: 'M18 6h6a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2h-6M6 16h13M14 11l5 5-5 5',
  cloud: 'M10 24a6 6 0 0 1-.5-12A8 8 0 0 1 24.5 13.5 5.3 5.3 0 0 1 23.5 24M16 17v5M16 26v.01',
};

/** A round sign above a title; decorative, for the title says the same. */
export function Sign({ kind }: { readonly kind: SignKind }): ReactNode {
  return (
    <span className="bank-sign" data-kind={kind} aria-hidden="true">
      <svg viewBox="0 0 32 32">
        <path d={drawings[kind]} />
      </svg>
    </span>
  );
}
