'use client';

import { type ReactNode, useContext, useEffect, useRef } from 'react';
import { ActedContext } from './ActedContext.ts';

export interface ScreenProps {
  /** Name of the screen, for styles and tests. */
  readonly name: string;
  readonly title: string;
  readonly lead?: string | undefined;
  /** Drawing or icon above the title. */
  readonly figure?: ReactNode;
  /** Buttons, the most important first. */
  readonly actions?: ReactNode;
  /** Words and actions from the start edge (default), or centred under the figure. */
  readonly layout?: 'start' | 'centred';
  /** Tone of the figure. */
  readonly tone?: 'neutral' | 'success' | 'warning';
  /** Kept, but not shown and out of reach: nothing of it is seen, read or focused. Default `false`. */
  readonly isHidden?: boolean;
  readonly children?: ReactNode;
}

/** One screen of a step: figure, title, words, content, actions. */
export function Screen({
  name,
  title,
  lead,
  figure,
  actions,
  layout = 'start',
  tone = 'neutral',
  isHidden = false,
  children,
}: ScreenProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const acted = useContext(ActedContext);
  useEffect(() => {
    // The button that was pressed is gone with the old screen; without this the focus would fall to the page.
    if (acted.current && !isHidden) heading.current?.focus({ preventScroll: true });
  }, [acted, isHidden]);
  return (
    <div className="sf-screen" data-screen={name} data-layout={layout} data-tone={tone} hidden={isHidden}>
      {figure && <div className="sf-figure">{figure}</div>}
      <h2 className="sf-title" tabIndex={-1} ref={heading}>
        <span>{title}</span>
      </h2>
      {lead && (
        <p className="sf-lead">
          <span>{lead}</span>
        </p>
      )}
      {children}
      {actions && <div className="sf-actions">{actions}</div>}
    </div>
  );
}
