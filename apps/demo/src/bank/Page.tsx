import { type ReactNode, useEffect, useRef } from 'react';
import { Sign, type SignKind } from './Sign.tsx';

export interface PageProps {
  readonly title: string;
  /** A line above the title. */
  readonly eyebrow?: string;
  /** A round sign above the title. */
  readonly sign?: SignKind;
  /** `step` leaves the title to those who hear the page, for the step below shows one of its own. Default `page`. */
  readonly kind?: 'page' | 'step';
  readonly children: ReactNode;
}

/** Whether a page was shown before: the first one leaves the focus where the browser puts it. */
let hasShownPage = false;

/** One page: names the document and, when it takes the place of another, has the focus. */
export function Page({ title, eyebrow, sign, kind = 'page', children }: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Quillmere Bank`;
  }, [title]);
  useEffect(() => {
    if (hasShownPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    return () => {
      hasShownPage = true;
    };
  }, []);
  return (
    <div className="bank-page" data-kind={kind}>
      {sign && <Sign kind={sign} />}
      {eyebrow && <p className="bank-eyebrow">{eyebrow}</p>}
      <h1 className={kind === 'step' ? 'bank-visually-hidden' : 'bank-title'} tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  );
}
