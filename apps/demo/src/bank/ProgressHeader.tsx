import type { ReactNode } from 'react';

/** The pages of a journey under way. */
export type JourneyPage = 'document' | 'selfie' | 'waiting' | 'result';

const stations: readonly { readonly label: string; readonly pages: readonly JourneyPage[] }[] = [
  { label: 'Document', pages: ['document'] },
  { label: 'Selfie', pages: ['selfie'] },
  { label: 'Done', pages: ['waiting', 'result'] },
];

/** Where the customer stands on the way from the document to the end. */
export function ProgressHeader({ page }: { readonly page: JourneyPage }): ReactNode {
  const current = stations.findIndex(({ pages }) => pages.includes(page));
  const reached = page === 'result' ? stations.length : current;
  return (
    <ol className="bank-progress" aria-label="Progress">
      {stations.map(({ label }, index) => {
        const state = index < reached ? 'done' : index === current ? 'current' : 'ahead';
        return (
          <li key={label} className="bank-station" data-state={state} aria-current={index === current ? 'step' : undefined}>
            <span className="bank-station-sign" aria-hidden="true">
              {state === 'done' ? (
                <svg viewBox="0 0 16 16">
                  <path d="m3.5 8.5 3 3 6-7" />
                </svg>
              ) : (
                index + 1
              )}
            </span>
            <span>
              {label}
              {state === 'done' && <span className="bank-visually-hidden"> (done)</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
