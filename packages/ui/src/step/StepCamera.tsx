'use client';

import type { CaptureStep } from '@stepframe/react';
import { type ReactNode, useState } from 'react';
import { CameraScreen } from '../camera/CameraScreen.tsx';
import { useMessages } from '../messages/useMessages.ts';
import type { StepKind } from './stepKind.ts';
import type { GuidanceProps } from './StepProps.ts';

export interface StepCameraProps extends Pick<CaptureStep, 'screen' | 'capture'>, GuidanceProps {
  readonly kind: StepKind;
  readonly onFile: (file: File) => void;
}

/**
 * The camera of a step. While its pictures are reviewed it stays, unseen: the browser asks once, and the back of a card
 * needs no second start. It ends as soon as the pictures are sent or left.
 */
export function StepCamera({ screen, capture, kind, onFile, autoCapture = kind === 'document', ...guidance }: StepCameraProps): ReactNode {
  const t = useMessages();
  const [isKept, setIsKept] = useState(false);
  const [isAutomatic, setIsAutomatic] = useState(true);
  const isShown = screen.name === 'camera';
  const keeps = isShown || (isKept && screen.name === 'review');
  if (keeps !== isKept) setIsKept(keeps);
  if (!keeps || capture.status === 'idle') return null;

  const { side, pictures, status } = capture;
  return (
    <CameraScreen
      {...guidance}
      kind={kind}
      side={side}
      isHidden={!isShown}
      isRetake={pictures[side] !== undefined}
      isBusy={status === 'preparing'}
      problem={status === 'taking' && capture.problem ? t.error(capture.problem) : null}
      autoCapture={isAutomatic && autoCapture}
      onAutomatic={autoCapture === false ? null : setIsAutomatic}
      onTake={capture.take}
      onFile={onFile}
      leaveLabel={t(pictures[side] ? 'action.keep' : 'action.back')}
      onLeave={capture.leave}
    />
  );
}
