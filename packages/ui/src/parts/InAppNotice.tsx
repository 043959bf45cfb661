'use client';

import { isInApp } from '@stepframe/core/capture';
import { forwardRef, useState } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';
import { Notice, type NoticeOwnProps } from './Notice.tsx';
import type { Part } from './usePart.ts';

/** Inside of other apps cameras often do not work: says so before anybody tries, and how to get out. Nothing in a browser. */
export const InAppNotice: Part<'div', object, NoticeOwnProps> = forwardRef(function InAppNotice({ children, ...props }, ref) {
  const t = useMessages();
  const [isCopied, setIsCopied] = useState(false);
  if (!isInApp(globalThis.navigator?.userAgent ?? '')) return null;
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setIsCopied(true),
      // Refused, perhaps: the words still say what to do.
      () => undefined,
    );
  // Some apps keep the clipboard from pages.
  const canCopy = typeof navigator.clipboard?.writeText === 'function';
  return (
    <Notice
      kind="info"
      title={t('inApp.title')}
      actions={
        canCopy && (
          <>
            <Button onClick={() => void copy()}>{t('action.copyLink')}</Button>
            <output className="sf-note">
              <span>{isCopied && t('inApp.copied')}</span>
            </output>
          </>
        )
      }
      {...props}
      ref={ref}
    >
      {children ?? t('inApp.lead')}
    </Notice>
  );
});
