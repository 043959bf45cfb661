'use client';

import { type Action, createAction } from './createAction.tsx';
import { toFailedWays } from './toFailedWays.ts';

/** Sends again what was not sent, or asks again what could not be asked. */
export const Retry: Action = createAction('Retry', (step, t) => {
  const { screen, capture, onSignIn } = step;
  if (screen.name === 'unreachable') return { words: t('action.tryAgain'), rank: 'primary', onPress: screen.retry };
  if (screen.name !== 'failed' || !screen.step.retryable) return null;
  const { isSame, isOver } = toFailedWays(step) ?? {};
  const words = t((isSame && 'action.sendAnyway') || (capture.status === 'reviewing' ? 'action.sendAgain' : 'action.tryAgain'));
  return { words, rank: isSame || (isOver && onSignIn) ? 'secondary' : 'primary', onPress: screen.step.retry };
});
