'use client';

import { checkCameraSupport, type ImageLimits } from '@stepframe/core/capture';
import type { CaptureStep } from '@stepframe/react';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { FileScreen } from '../screens/FileScreen.tsx';
import { InstructionsScreen } from '../screens/InstructionsScreen.tsx';
import { ProcessingScreen } from '../screens/ProcessingScreen.tsx';
import { ReviewScreen } from '../screens/ReviewScreen.tsx';
import { StatusScreen } from '../screens/StatusScreen.tsx';
import { UploadingScreen } from '../screens/UploadingScreen.tsx';
import { LazyStepCamera } from './LazyStepCamera.tsx';
import type { StepKind } from './stepKind.ts';
import type { GuidanceProps } from './StepProps.ts';

export interface StepScreensProps extends Pick<CaptureStep, 'screen' | 'capture' | 'send'>, GuidanceProps {
  readonly kind: StepKind;
  readonly limits?: Partial<ImageLimits> | undefined;
  readonly onContinue?: (() => void) | undefined;
}

/** The screen that is due, with its words and what can be done on it; the camera stays behind a review. */
export function StepScreens({ screen, capture, send, kind, limits, onContinue, ...guidance }: StepScreensProps): ReactNode {
  const onFile = (file: File) => {
    capture.begin('file');
    capture.take(file);
  };
  const shared = { screen, capture, kind, onFile };
  return (
    <>
      <LazyStepCamera {...guidance} {...shared} />
      <DueScreen {...shared} send={send} limits={limits} onContinue={onContinue} />
    </>
  );
}

type DueScreenProps = Pick<StepScreensProps, 'screen' | 'capture' | 'send' | 'kind' | 'limits' | 'onContinue'> & {
  readonly onFile: (file: File) => void;
};

function DueScreen({ screen, capture, send, kind, limits, onContinue, onFile }: DueScreenProps): ReactNode {
  const t = useMessages();
  const noCamera = useMemo(() => checkCameraSupport(), []);
  const openCamera = noCamera ? null : () => capture.begin('camera');
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
      return null;
    case 'file': {
      const { side, status, pictures } = screen.capture;
      return (
        <FileScreen
          key={`file-${side}`}
          kind={kind}
          side={side}
          problem={screen.capture.status === 'taking' && screen.capture.problem ? t.error(screen.capture.problem) : null}
          isBusy={status === 'preparing'}
          maxSourceBytes={limits?.maxSourceBytes}
          onFile={onFile}
          onCamera={openCamera}
          leaveLabel={t(pictures[side] ? 'action.keep' : 'action.back')}
          onLeave={capture.leave}
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
