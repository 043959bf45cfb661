'use client';

import { type Action, createAction } from './createAction.tsx';

/** Sends the pictures under review, once none is missing. */
export const Send: Action = createAction('Send', ({ screen, send }, t) => {
  if (screen.name !== 'review' || screen.capture.missing) return null;
  const isSingle = Object.keys(screen.capture.pictures).length === 1;
  return { words: t(isSingle ? 'action.send' : 'action.sendBoth'), rank: 'primary', onPress: send };
});
