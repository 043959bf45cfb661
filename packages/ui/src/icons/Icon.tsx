import type { ReactNode } from 'react';

const paths = {
  picture: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm-1 11 5-5 5 5m-1.5-1.5 3.5-3.5 6 6M16 9.2h.01',
  switch: 'M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 5.5v8m0 4.5h.01',
  cloud: 'M12 19V5m-6 6 6-6 6 6',
  enlarge: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20M10.5 7.7v5.6m-2.8-2.8h5.6',
  plus: 'M12 6v12m-6-6h12',
  minus: 'M6 12h12',
  next: 'm9.5 5.5 6.5 6.5-6.5 6.5',
  previous: 'M14.5 5.5 8 12l6.5 6.5',
  light: 'M13 3 5.5 13.5H11L10 21l8-11h-5.5L13 3Z',
} as const;

/** The icons there are. */
export type IconName = keyof typeof paths;

/** A line icon; decorative, the words beside it say the same. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg
      className="sf-icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
