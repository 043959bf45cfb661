'use client';

import { useFileRules } from '@stepframe/react';
import { forwardRef, useContext, useRef } from 'react';
import { Button, type ButtonOwnProps, type ButtonState } from './Button.tsx';
import { StepPicturesContext } from './StepPicturesContext.ts';
import type { Part } from './usePart.ts';

export interface FileButtonOwnProps extends ButtonOwnProps {
  /** Takes no file just now, but keeps its place and the focus. Default `false`. */
  readonly isBusy?: boolean | undefined;
  /** Opens the phone's own camera app, its front or its back camera, in place of the photo library. Default: neither. */
  readonly capture?: 'user' | 'environment' | undefined;
  readonly onFile: (file: File) => void;
}

/** Opens the system's file chooser; on phones that offers the photo library and the system camera. */
export const FileButton: Part<'button', ButtonState, FileButtonOwnProps> = forwardRef(function FileButton(props, ref) {
  const { isBusy = false, capture, onFile, onClick, ...button } = props;
  const input = useRef<HTMLInputElement>(null);
  const { accept } = useFileRules(useContext(StepPicturesContext));
  return (
    <>
      <Button
        {...button}
        ref={ref}
        aria-disabled={isBusy}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented && !isBusy) input.current?.click();
        }}
      />
      <input
        ref={input}
        type="file"
        accept={accept}
        capture={capture}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Else choosing the same file a second time would not be a change.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
});
