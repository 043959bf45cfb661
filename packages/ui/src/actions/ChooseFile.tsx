'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import type { ButtonState } from '../parts/Button.tsx';
import { FileButton, type FileButtonOwnProps } from '../parts/FileButton.tsx';
import { type StepContextValue, useStep } from '../step/StepContext.ts';
import type { Action } from './createAction.tsx';
import { toFailedWays } from './toFailedWays.ts';

interface Choice {
  readonly words: 'action.chooseFile' | 'action.chooseAnotherFile';
  readonly rank: ButtonState['rank'];
  readonly isBusy?: boolean;
  readonly onFile?: (file: File) => void;
}

/** Chooses a photo in place of the camera. */
export const ChooseFile: Action<Pick<FileButtonOwnProps, 'capture'>> = forwardRef(function ChooseFile({ children, ...props }, ref) {
  const t = useMessages();
  const step = useStep();
  const choice = findChoice(step);
  if (!choice) return null;
  const { words, rank, isBusy, onFile = step.chooseFile } = choice;
  return (
    <FileButton rank={rank} {...props} ref={ref} isBusy={isBusy} onFile={onFile}>
      {children ?? t(words)}
    </FileButton>
  );
});

function findChoice(step: StepContextValue): Choice | null {
  const { screen, openCamera, lastSource, replace } = step;
  switch (screen.name) {
    case 'instructions':
      return { words: 'action.chooseFile', rank: openCamera ? 'secondary' : 'primary' };
    case 'camera':
      return { words: 'action.chooseFile', rank: 'quiet' };
    case 'file': {
      const { status } = screen.capture;
      const isBusy = status === 'preparing';
      const wasBad = !isBusy && screen.capture.problem;
      // It stays while a file is prepared, or the focus would fall to the page.
      return { words: wasBad ? 'action.chooseAnotherFile' : 'action.chooseFile', rank: 'primary', isBusy };
    }
    case 'rejected':
      return lastSource === 'file'
        ? { words: 'action.chooseAnotherFile', rank: 'primary' }
        : { words: 'action.chooseFile', rank: openCamera ? 'secondary' : 'primary' };
    case 'failed': {
      const single = toFailedWays(step)?.single;
      if (!single || (single.origin === 'camera' && openCamera)) return null;
      const { reset } = screen.step;
      const onFile = (file: File) => {
        reset();
        replace('front', file);
      };
      return { words: 'action.chooseAnotherFile', rank: 'primary', onFile };
    }
    default:
      return null;
  }
}
