'use client';

import { type DragEvent, forwardRef, useEffect, useState } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { useStep } from '../step/StepContext.ts';
import { type Part, usePart } from './usePart.ts';

export interface DropAreaState {
  /** A file is held over it. */
  readonly isOver: boolean;
  readonly isBusy: boolean;
}

/**
 * Takes a photo that is dropped on it, or pasted anywhere on the page, while a file is to be chosen. On a touch screen, where nothing is
 * dropped, its words are left out.
 */
export const DropArea: Part<'div', DropAreaState> = forwardRef(function DropArea({ children, ...props }, ref) {
  const t = useMessages();
  const { screen, chooseFile } = useStep();
  const [isOver, setIsOver] = useState(false);
  const isBusy = screen.name === 'file' && screen.capture.status === 'preparing';
  const takes = screen.name === 'file' && !isBusy;

  useEffect(() => {
    if (!takes) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const file = findFile(event.clipboardData);
      if (!file || event.defaultPrevented) return;
      event.preventDefault();
      chooseFile(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [takes, chooseFile]);

  const onDrag = (event: DragEvent) => {
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    setIsOver(event.type !== 'dragleave');
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = findFile(event.dataTransfer);
    if (file && takes) chooseFile(file);
  };
  return usePart('div', {
    state: { isOver, isBusy },
    own: {
      className: 'sf-drop',
      onDragEnter: onDrag,
      onDragOver: onDrag,
      onDragLeave: onDrag,
      onDrop,
      children: (
        <>
          {children}
          <p className="sf-drop-words">
            <span>{t(isOver ? 'file.dropNow' : 'file.drop')}</span>
          </p>
        </>
      ),
    },
    props,
    ref,
  });
});

function findFile(data: DataTransfer | null): File | undefined {
  return data?.files[0];
}
