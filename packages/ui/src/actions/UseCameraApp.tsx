'use client';

import { hasCameraApp } from '@stepframe/core/capture';
import { forwardRef, useContext } from 'react';
import { CameraContext } from '../camera/CameraContext.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useStep } from '../step/StepContext.ts';
import { ChooseFile } from './ChooseFile.tsx';
import type { Action } from './createAction.tsx';

/**
 * Takes the photo with the phone's own camera app, where the page itself has no camera: an app may use the camera that a page may not.
 * Nothing where there is no such app, or where the page's camera works.
 */
export const UseCameraApp: Action = forwardRef(function UseCameraApp({ children, ...props }, ref) {
  const t = useMessages();
  const { noCamera, subject } = useStep();
  const camera = useContext(CameraContext);
  if (!(noCamera ?? camera?.blocked) || !hasCameraApp()) return null;
  return (
    <ChooseFile rank="secondary" {...props} ref={ref} capture={subject === 'face' ? 'user' : 'environment'}>
      {children ?? t('action.useCameraApp')}
    </ChooseFile>
  );
});
