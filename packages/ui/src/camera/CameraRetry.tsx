'use client';

import { forwardRef } from 'react';
import type { Action } from '../actions/createAction.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { useCameraParts } from './CameraContext.ts';

/** Asks for the camera once more; nothing while it is there or on its way. */
export const CameraRetry: Action = forwardRef(function CameraRetry({ children, onClick, ...props }, ref) {
  const t = useMessages();
  const { blocked, status, camera } = useCameraParts();
  if (!blocked && status !== 'interrupted') return null;
  return (
    <Button
      rank={blocked && !blocked.error.retryable ? 'secondary' : 'primary'}
      aria-busy={blocked?.isAsking}
      {...props}
      ref={ref}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) (blocked ?? camera).retry();
      }}
    >
      {children ?? t('action.tryAgain')}
    </Button>
  );
});
