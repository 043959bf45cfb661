'use client';

import { checkCameraSupport, type ImageLimits } from '@stepframe/core/capture';
import type { CaptureStep } from '@stepframe/react';
import { type ReactNode, useMemo } from 'react';
import { CameraScreen } from '../camera/CameraScreen.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { FileScreen } from '../screens/FileScreen.tsx';
import { InstructionsScreen } from '../screens/InstructionsScreen.tsx';
import { ProcessingScreen } from '../screens/ProcessingScreen.tsx';
import { ReviewScreen } from '../screens/ReviewScreen.tsx';
import { StatusScreen } from '../screens/StatusScreen.tsx';
import { UploadingScreen } from '../screens/UploadingScreen.tsx';
import type { StepKind } from './stepKind.ts';

export interface StepScreensProps extends CaptureStep {
  readonly kind: StepKind;
  readonly limits: Partial<ImageLimits> | undefined;
  readonly onContinue: (() => void) | undefined;
}

/** The screen that is due, with its words and what can be done on it. */
export function StepScreens({ screen, capture, send, kind, limits, onContinue }: StepScreensProps): ReactNode {
  const t = useMessages();
  const noCamera = useMemo(() => checkCameraSupport(), []);
  const openCamera = noCamera ? null : () => capture.begin('camera');
  const onFile = (file: File) => {
    capture.begin('file');
    capture.take(file);
  };
  const continueButton = onContinue && (
    <Button rank="primary" onClick={onContinue}>
      {t('action.continue')}
    </Button>
  );

  switch (screen.name) {
    case 'loading':
      return <StatusScreen key="loading" name="loading" sign="spinner" title={t('loading')} />;
    case 'unreachable':
      return (
        <StatusScreen
          key="unreachable"
          name="unreachable"
          sign="alert"
          tone="warning"
          title={t('unreachable.title')}
          lead={t.error(screen.error)}
          actions={
            <Button rank="primary" onClick={screen.retry}>
              {t('action.tryAgain')}
            </Button>
          }
        />
      );
    case 'instructions':
      return <InstructionsScreen kind={kind} noCamera={noCamera} onCamera={() => capture.begin('camera')} onFile={onFile} />;
    case 'camera':
    case 'file': {
      const { side, source, status, pictures } = screen.capture;
      const shared = {
        problem: screen.capture.status === 'taking' && screen.capture.problem ? t.error(screen.capture.problem) : null,
        isBusy: status === 'preparing',
        onFile,
        leaveLabel: t(pictures[side] ? 'action.keep' : 'action.back'),
        onLeave: capture.leave,
      };
      return source === 'camera' ? (
        <CameraScreen
          key={`camera-${side}`}
          {...shared}
          facing={kind === 'selfie' ? 'user' : 'environment'}
          shape={kind === 'selfie' ? 'oval' : 'card'}
          title={t(`${kind}.camera.${side}`)}
          hint={t(`${kind}.hint.${side}`)}
          onTake={capture.take}
        />
      ) : (
        <FileScreen
          key={`file-${side}`}
          {...shared}
          kind={kind}
          side={side}
          maxSourceBytes={limits?.maxSourceBytes}
          onCamera={openCamera}
        />
      );
    }
    case 'review': {
      const { pictures, missing, side } = screen.capture;
      return (
        <ReviewScreen
          key={`review-${side}`}
          kind={kind}
          pictures={pictures}
          missing={missing}
          onRetake={capture.retake}
          onNext={capture.approve}
          onSend={send}
        />
      );
    }
    case 'uploading':
      return <UploadingScreen key="uploading" progress={screen.step.progress} onCancel={screen.step.cancel} />;
    case 'processing':
      return <ProcessingScreen key="processing" title={t(`${kind}.processing`)} error={screen.step.error} />;
    case 'accepted':
      return (
        <StatusScreen
          key="accepted"
          name="accepted"
          sign="check"
          tone="success"
          title={t(`${kind}.accepted`)}
          lead={onContinue && t('accepted.lead')}
          actions={continueButton}
        />
      );
    case 'concluded':
      return (
        <StatusScreen
          key="concluded"
          name="concluded"
          sign="check"
          title={t('concluded.title')}
          lead={t('concluded.details')}
          actions={continueButton}
        />
      );
    case 'rejected': {
      const { title, details } = t.feedback(screen.step.feedback);
      return (
        <StatusScreen
          key="rejected"
          name="rejected"
          sign="alert"
          tone="warning"
          title={title}
          lead={details}
          actions={
            <>
              {openCamera && (
                <Button rank="primary" onClick={openCamera}>
                  {t('action.takeNew')}
                </Button>
              )}
              <FileButton rank={openCamera ? 'secondary' : 'primary'} onFile={onFile}>
                {t('action.chooseFile')}
              </FileButton>
            </>
          }
        />
      );
    }
    case 'failed': {
      const { step } = screen;
      return (
        <StatusScreen
          key="failed"
          name="failed"
          sign="alert"
          tone="warning"
          title={t('failed.title')}
          lead={[t.error(step.error), capture.status === 'reviewing' ? t('failed.kept') : ''].join(' ').trim()}
          actions={
            <>
              {step.retryable && (
                <Button rank="primary" onClick={step.retry}>
                  {t('action.sendAgain')}
                </Button>
              )}
              <Button onClick={step.reset}>{t('action.back')}</Button>
            </>
          }
        />
      );
    }
    default:
      return screen satisfies never;
  }
}
