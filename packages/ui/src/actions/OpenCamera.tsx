'use client';

import { type Action, createAction } from './createAction.tsx';
import { toFailedWays } from './toFailedWays.ts';

/** Opens the camera, or goes back to it; nothing where there is none. */
export const OpenCamera: Action = createAction('OpenCamera', (step, t) => {
  const { screen, openCamera, retake, lastSource } = step;
  if (!openCamera || !retake) return null;
  switch (screen.name) {
    case 'instructions':
      return { words: t('action.openCamera'), rank: 'primary', onPress: openCamera };
    case 'file':
      return { words: t('action.useCamera'), rank: 'secondary', onPress: openCamera, isBusy: screen.capture.status === 'preparing' };
    case 'rejected':
      return lastSource === 'file'
        ? { words: t('action.useCamera'), rank: 'secondary', onPress: openCamera }
        : { words: t('action.takeNew'), rank: 'primary', onPress: openCamera };
    case 'failed': {
      if (toFailedWays(step)?.single?.origin !== 'camera') return null;
      const { reset } = screen.step;
      const onPress = () => {
        reset();
        retake('front');
      };
      return { words: t('action.takeNew'), rank: 'primary', onPress };
    }
    default:
      return null;
  }
});
