'use client';

import { type Action, createAction } from './createAction.tsx';

/** Goes on once there is nothing more to do here, if the host has told where. */
export const Continue: Action = createAction('Continue', ({ screen, onContinue }, t) => {
  const isOver = screen.name === 'accepted' || screen.name === 'skipped' || screen.name === 'concluded';
  return isOver && onContinue ? { words: t('action.continue'), rank: 'primary', onPress: onContinue } : null;
});
