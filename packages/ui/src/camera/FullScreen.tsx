'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';

export interface FullScreenProps {
  /** Else it is kept, unseen. */
  readonly isOpen: boolean;
  /** The person pressed Escape, or a phone's way back. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Fills the window: the browser makes everything else inert and keeps the focus inside. */
export function FullScreen({ isOpen, onLeave, children }: FullScreenProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything is painted, and before the title of the screen that comes takes the focus: what is inert cannot have it.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="sf-fullscreen"
      onCancel={(event) => {
        // It is closed by the screen that comes, or the focus would go nowhere in between.
        event.preventDefault();
        onLeave();
      }}
    >
      {children}
    </dialog>
  );
}
