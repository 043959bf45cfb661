'use client';

import { type ReactNode, useRef } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

/**
 * HEIC is left out on purpose: iOS turns its photos into JPEG only for a page that does not ask for HEIC.
 * Files chosen past the filter are judged by their bytes.
 */
const acceptedTypes = 'image/jpeg,image/png,image/webp';

export interface FileButtonProps extends Pick<ButtonProps, 'rank' | 'icon' | 'children'> {
  /** Takes no file just now, but keeps its place and the focus. Default `false`. */
  readonly isBusy?: boolean;
  readonly onFile: (file: File) => void;
}

/** Opens the system's file chooser; on phones that offers the photo library and the system camera. */
export function FileButton({ isBusy = false, onFile, children, ...button }: FileButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} aria-disabled={isBusy} onClick={() => isBusy || input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={acceptedTypes}
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
}
