'use client';

import { type Action, createAction } from './createAction.tsx';

/** The picture under review is good: on to the other side. */
export const Next: Action = createAction('Next', ({ screen, capture, kind }, t) => {
  if (screen.name !== 'review' || !screen.capture.missing) return null;
  const words = t('action.next', { side: t(`${kind}.${screen.capture.missing}`) });
  return { words, rank: 'primary', onPress: capture.approve };
});
