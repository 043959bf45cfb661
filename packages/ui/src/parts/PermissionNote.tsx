'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { useStep } from '../step/StepContext.ts';
import { Note } from './Note.tsx';
import type { Part } from './usePart.ts';

/** What the browser will ask, before it does; or why there is no camera here. */
export const PermissionNote: Part<'p', object> = forwardRef(function PermissionNote({ children, ...props }, ref) {
  const t = useMessages();
  const { noCamera } = useStep();
  return (
    <Note {...props} ref={ref}>
      {children ?? (noCamera ? t.error(noCamera) : t('instructions.permission'))}
    </Note>
  );
});
