'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { useStep } from '../step/StepContext.ts';
import type { Action } from './createAction.tsx';
import { findReviewed } from './findReviewed.ts';
import type { OfSide } from './Retake.tsx';

/** Chooses another file for a side; not for one that was photographed, as long as there is a camera. */
export const ReplaceFile: Action<OfSide> = forwardRef(function ReplaceFile({ side: asked, children, ...props }, ref) {
  const t = useMessages();
  const { screen, retake, replace, kind } = useStep();
  const found = findReviewed(screen, asked);
  if (!found || (found.picture.origin === 'camera' && retake)) return null;
  const { side, isSingle } = found;
  const words = isSingle ? t('action.chooseAnotherFile') : t('action.chooseSide', { side: t(`${kind}.${side}`) });
  return (
    <FileButton rank={isSingle ? 'secondary' : 'quiet'} {...props} ref={ref} onFile={(file) => replace(side, file)}>
      {children ?? words}
    </FileButton>
  );
});
