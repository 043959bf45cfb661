'use client';

import { type Action, createAction } from './createAction.tsx';
import { toFailedWays } from './toFailedWays.ts';

/** Goes back: from camera and file to the pictures that are there or to the instructions, from a failure to what was not sent. */
export const Leave: Action = createAction('Leave', (step, t) => {
  const { screen, capture } = step;
  if (screen.name === 'failed') {
    const ways = toFailedWays(step);
    const rank = ways?.leadsBack ? 'primary' : ways?.isSame ? 'quiet' : 'secondary';
    return { words: t('action.back'), rank, onPress: screen.step.reset };
  }
  if (screen.name !== 'camera' && screen.name !== 'file') return null;
  const { side, status, pictures } = screen.capture;
  const words = t(pictures[side] ? 'action.keep' : 'action.back');
  return { words, rank: 'quiet', onPress: capture.leave, isBusy: screen.name === 'file' && status === 'preparing' };
});
