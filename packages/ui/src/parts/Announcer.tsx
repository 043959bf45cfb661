import type { ReactNode } from 'react';

/** Says what is going on to a screen reader, politely. It stays mounted, or a change would not be read. */
export function Announcer({ children }: { readonly children: string }): ReactNode {
  return (
    <output className="sf-visually-hidden">
      <span>{children}</span>
    </output>
  );
}
