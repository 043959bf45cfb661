'use client';

import { type Action, createAction } from './createAction.tsx';

/** Stops sending, and goes back to the pictures. */
export const Cancel: Action = createAction('Cancel', ({ screen, capture }, t) => {
  // The wish to leave a step out is sent before it could be taken back.
  if (screen.name !== 'uploading' || capture.status === 'idle') return null;
  return { words: t('action.cancel'), rank: 'secondary', onPress: screen.step.cancel };
});
