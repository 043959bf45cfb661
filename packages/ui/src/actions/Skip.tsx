'use client';

import { type Action, createAction } from './createAction.tsx';

/** Leaves the step out, where it is optional and nothing was sent. */
export const Skip: Action = createAction('Skip', ({ screen, skip }, t) => {
  const isOpen = screen.name === 'instructions' || screen.name === 'rejected';
  return isOpen && skip ? { words: t('action.skip'), rank: 'quiet', onPress: skip } : null;
});
