'use client';

import { type ForwardedRef, forwardRef, type ReactElement, useState } from 'react';
import { Announcer } from '../parts/Announcer.tsx';
import { Screen, type ScreenState } from '../parts/Screen.tsx';
import type { Part, PartProps } from '../parts/usePart.ts';
import { type StepContextValue, useStep } from '../step/StepContext.ts';
import { CameraContext } from './CameraContext.ts';
import { CameraLayout } from './CameraLayout.tsx';
import { FullScreen } from './FullScreen.tsx';
import { type CameraStep, useStepCamera } from './useStepCamera.ts';

/**
 * The screen of the camera, and the camera itself. While its pictures are reviewed it stays, unseen: the browser asks once, and the
 * back of a card needs no second start. It ends as soon as the pictures are sent or left.
 */
export const Camera: Part<'div', ScreenState> = forwardRef(function Camera(props, ref) {
  const step = useStep();
  const { screen, capture } = step;
  const [isKept, setIsKept] = useState(false);
  // Remembered for the step.
  const [wantsAutomatic, setWantsAutomatic] = useState(true);
  const isShown = screen.name === 'camera';
  const keeps = isShown || (isKept && screen.name === 'review');
  if (keeps !== isKept) setIsKept(keeps);
  if (!keeps || capture.status === 'idle') return null;
  const kept = { step, capture, isHidden: !isShown, wantsAutomatic, setWantsAutomatic };
  return <OpenCameraScreen {...props} {...kept} given={ref} />;
});

type OpenCameraScreenProps = PartProps<'div', ScreenState> &
  Omit<CameraStep, 'kind' | 'subject' | 'guidance'> & { readonly step: StepContextValue; readonly given: ForwardedRef<HTMLDivElement> };

function OpenCameraScreen(props: OpenCameraScreenProps): ReactElement {
  const { step, capture, isHidden, wantsAutomatic, setWantsAutomatic, given, children, ...screen } = props;
  const { kind, subject, guidance } = step;
  const camera = useStepCamera({ kind, subject, guidance, capture, isHidden, wantsAutomatic, setWantsAutomatic });
  const shown = (
    <Screen {...screen} ref={given} name="camera" tone="neutral" isHidden={isHidden}>
      <Announcer>{camera.announcement}</Announcer>
      {children ?? <CameraLayout />}
    </Screen>
  );
  return (
    <CameraContext.Provider value={camera}>
      {guidance.fullScreen ? (
        <FullScreen isOpen={!isHidden} onLeave={step.capture.leave}>
          {shown}
        </FullScreen>
      ) : (
        shown
      )}
    </CameraContext.Provider>
  );
}
