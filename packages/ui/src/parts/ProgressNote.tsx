'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { useStep } from '../step/StepContext.ts';
import { Note } from './Note.tsx';
import type { Part } from './usePart.ts';

/** The same as `Progress` in figures, for the eye. */
export const ProgressNote: Part<'p', object> = forwardRef(function ProgressNote({ children, ...props }, ref) {
  const t = useMessages();
  const { screen, words } = useStep();
  if (screen.name !== 'uploading' || words.sign !== 'cloud') return null;
  const percent = new Intl.NumberFormat(t('language'), { style: 'percent' }).format(screen.step.progress);
  return (
    <Note {...props} ref={ref} aria-hidden>
      {children ?? t('uploading.progress', { percent })}
    </Note>
  );
});
