import { type ReactNode, useEffect, useRef } from 'react';

export interface PageProps {
  readonly title: string;
  /** A line above the title. */
  readonly eyebrow?: string;
  /** `step` keeps the title small, for the step below it has one of its own. Default `page`. */
  readonly kind?: 'page' | 'step';
  readonly children: ReactNode;
}

/** Whether a page was shown before: the first one leaves the focus where the browser puts it. */
let hasShownPage = false;

/** One page: names the document and, when it takes the place of another, has the focus. */
export function Page({ title, eyebrow, kind = 'page', children }: PageProps): ReactNode {
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
      {eyebrow && <p className="bank-eyebrow">{eyebrow}</p>}
      <h1 className="bank-title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  );
}
