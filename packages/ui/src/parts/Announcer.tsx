import type { ReactNode } from 'react';

const unseen: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/**
 * It is heard, and not seen even without a stylesheet. A `style` attribute would do, but it stands on a page that a server renders, where a
 * strict policy forbids it.
 */
const hide = (element: HTMLElement | null): void => {
  if (element) Object.assign(element.style, unseen);
};

/** Says what is going on to a screen reader, politely. It stays mounted, or a change would not be read. */
export function Announcer({ children }: { readonly children: string }): ReactNode {
  return (
    <output className="sf-visually-hidden" ref={hide}>
      <span>{children}</span>
    </output>
  );
}
