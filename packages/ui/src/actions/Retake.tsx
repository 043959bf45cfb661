'use client';

import type { Side } from '@stepframe/react';
import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { useStep } from '../step/StepContext.ts';
import type { Action } from './createAction.tsx';
import { findReviewed } from './findReviewed.ts';

export interface OfSide {
  /** Default: the only one there is; with two nothing is shown, unless it is said which. */
  readonly side?: Side | undefined;
}

/** Takes the picture of a side anew with the camera; the one that is there stays until then. */
export const Retake: Action<OfSide> = forwardRef(function Retake({ side: asked, children, onClick, ...props }, ref) {
  const t = useMessages();
  const { screen, retake, kind } = useStep();
  const found = findReviewed(screen, asked);
  if (!found || !retake) return null;
  const { side, isSingle, picture } = found;
  const isCamera = picture.origin === 'camera';
  const words = isSingle
    ? t(isCamera ? 'action.retake' : 'action.useCamera')
    : t(isCamera ? 'action.retakeSide' : 'action.takeSide', { side: t(`${kind}.${side}`) });
  return (
    <Button
      rank={isSingle && isCamera ? 'secondary' : 'quiet'}
      {...props}
      ref={ref}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) retake(side);
      }}
    >
      {children ?? words}
    </Button>
  );
});
