import type { StepSubject } from '@stepframe/react';
import type { ReactNode } from 'react';

/** A small drawing of what is to be photographed. Decorative. */
export function Illustration({ subject }: { readonly subject: StepSubject }): ReactNode {
  const Drawing = drawings[subject];
  return (
    // The stroke is what is seen without a stylesheet.
    <svg className="sf-illustration" viewBox="0 0 240 150" width="240" height="150" fill="none" stroke="currentColor" aria-hidden="true">
      <Drawing />
      <path
        className="sf-illustration-frame"
        d="M42 34V22a8 8 0 0 1 8-8h14M176 14h14a8 8 0 0 1 8 8v12M198 116v12a8 8 0 0 1-8 8h-14M64 136H50a8 8 0 0 1-8-8v-12"
      />
    </svg>
  );
}

function CardDrawing(): ReactNode {
  return (
    <>
      <rect className="sf-illustration-paper" x="58" y="32" width="124" height="86" rx="9" />
      <path className="sf-illustration-band" d="M58 41a9 9 0 0 1 9-9h106a9 9 0 0 1 9 9v8H58z" />
      <rect className="sf-illustration-tint" x="69" y="60" width="34" height="42" rx="4" />
      <circle className="sf-illustration-ink" cx="86" cy="75" r="7" />
      <path className="sf-illustration-ink" d="M73 98c1-9 6-13 13-13s12 4 13 13z" />
      <path className="sf-illustration-line" d="M114 65h54M114 78h40M114 91h48M114 104h28" />
    </>
  );
}

function PageDrawing(): ReactNode {
  return (
    <>
      <path className="sf-illustration-paper" d="M82 28h62l18 18v80H82z" />
      <path className="sf-illustration-tint" d="M144 28v18h18z" />
      <path className="sf-illustration-line" d="M94 76h54M94 88h54M94 100h54M94 112h30" />
      <path className="sf-illustration-ink" d="M92 40h24v5H92zm0 9h34v5H92zm0 9h18v5H92z" />
    </>
  );
}

function FaceDrawing(): ReactNode {
  return (
    <>
      <path className="sf-illustration-tint" d="M76 136c3-23 19-34 44-34s41 11 44 34z" />
      <path className="sf-illustration-paper" d="M120 30c21 0 32 14 32 35s-14 43-32 43-32-22-32-43 11-35 32-35z" />
      <path className="sf-illustration-ink" d="M87 62c-2-24 12-38 33-38s35 14 33 38c-5-14-12-19-19-19-15 0-22-4-28-4-8 0-14 9-19 23z" />
      <path className="sf-illustration-line" d="M107 68v3M133 68v3M120 72v9h-4M110 91c6 6 14 6 20 0" />
    </>
  );
}

const drawings = { card: CardDrawing, page: PageDrawing, face: FaceDrawing };
