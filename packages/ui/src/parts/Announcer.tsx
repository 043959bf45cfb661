import type { CSSProperties, ReactNode } from 'react';

/** By attribute, too: it is heard, and not seen even without a stylesheet. */
const unseen: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Says what is going on to a screen reader, politely. It stays mounted, or a change would not be read. */
export function Announcer({ children }: { readonly children: string }): ReactNode {
  return (
    <output className="sf-visually-hidden" style={unseen}>
      <span>{children}</span>
    </output>
  );
}
