'use client';

import { type AutoCaptureOptions, type CameraError, type GrabbedFrame, type Hint, toCameraError } from '@stepframe/core/capture';
import { type Side, useCamera, useFrameGuidance } from '@stepframe/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Announcer } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import { Switch } from '../parts/Switch.tsx';
import type { StepKind } from '../step/stepKind.ts';
import type { GuidanceProps } from '../step/StepProps.ts';
import { CameraChoice } from './CameraChoice.tsx';
import { CameraTools } from './CameraTools.tsx';
import { CameraVideo } from './CameraVideo.tsx';
import { Shutter } from './Shutter.tsx';
import { Viewfinder } from './Viewfinder.tsx';

export interface CameraScreenProps extends Omit<GuidanceProps, 'autoCapture'> {
  readonly kind: StepKind;
  readonly side: Side;
  /** The camera stays as it is, unseen, behind a review. */
  readonly isHidden: boolean;
  /** There is a picture of this side, and another one is wanted. */
  readonly isRetake: boolean;
  /** A sentence about the last picture, when it was no good. */
  readonly problem: string | null;
  /** The picture that was taken is being prepared. */
  readonly isBusy: boolean;
  readonly autoCapture: Partial<AutoCaptureOptions> | boolean;
  /** The person switches automatic capture; `null` where it is not offered. */
  readonly onAutomatic: ((isOn: boolean) => void) | null;
  readonly onTake: (frame: GrabbedFrame) => void;
  readonly onFile: (file: File) => void;
  readonly leaveLabel: string;
  /** Stops the camera and goes back, to the pictures that are there or to the instructions. */
  readonly onLeave: () => void;
}

/** The live picture with its guide, hints and shutter, and a way out whatever the camera does. */
export function CameraScreen(props: CameraScreenProps): ReactNode {
  const { kind, side, isHidden, isRetake, isBusy, autoCapture, onAutomatic, guidance, gate, faceFinder, onTake, onFile } = props;
  const t = useMessages();
  const camera = useCamera({ facing: kind === 'selfie' ? 'user' : 'environment' });
  const { state, port, retry } = camera;
  const [failure, setFailure] = useState<CameraError | null>(null);
  const isLive = state.status === 'live';
  const video = isLive ? state.video : null;

  useEffect(() => {
    // The picture that was taken stands still while it is prepared, and behind the review.
    if (isBusy || isHidden) video?.pause();
    else void video?.play().catch(() => undefined);
  }, [video, isBusy, isHidden]);

  const guide = useFrameGuidance({
    video: isBusy || isHidden ? null : video,
    subject: kind === 'selfie' ? 'face' : 'document',
    shot: side,
    thresholds: guidance,
    autoCapture,
    gate,
    faceFinder,
    onCapture: onTake,
  });
  const isAutomatic = guide.autoCapture !== 'off' && guide.autoCapture !== 'slow';
  const switchAutomatic = (isOn: boolean) => {
    guide.switchAutoCapture(isOn);
    onAutomatic?.(isOn);
  };
  const takeNow = () => {
    setFailure(null);
    guide.takeNow().catch((error: unknown) => setFailure(toCameraError(error)));
  };

  const task = t(guide.autoCapture === 'slow' ? 'camera.slow' : `${kind}.hint.${side}`);
  // The front still lies there: that it is good is no news.
  const mustTurn = guide.autoCapture === 'resting' && guide.hint === 'good' && side === 'back' && !isRetake;
  // Without a face finder an empty oval would be called good.
  const isGood = guide.hint === 'good' && !mustTurn && (kind === 'document' || Boolean(faceFinder));
  const toWords = (hint: Hint | null) => {
    if (hint === null || (hint === 'good' && kind === 'selfie' && !faceFinder)) return '';
    if (hint !== 'good' || !isAutomatic) return t(`hint.${hint}`);
    if (guide.autoCapture !== 'resting') return t('hint.hold');
    return mustTurn ? task : t('hint.good');
  };
  const refusal = guide.refused ? `${t(guide.refused.triesLeft > 0 ? 'gate.refused' : 'gate.last')} ` : '';
  const words = {
    off: '',
    opening: t('camera.opening'),
    interrupted: t('camera.interrupted'),
    blocked: '',
    live: isBusy ? t('preparing') : '',
  }[state.status];
  const title = t(`${kind}.camera.${side}`);
  const problem = failure ? t.error(failure) : props.problem;
  return (
    <Screen name="camera" title={title} lead={state.status === 'blocked' ? undefined : words || task} isHidden={isHidden}>
      {state.status === 'blocked' ? (
        <>
          <Notice title={t('camera.blocked')}>{t.error(state.error)}</Notice>
          <div className="sf-actions">
            <Button rank={state.error.retryable ? 'primary' : 'secondary'} onClick={retry}>
              {t('action.tryAgain')}
            </Button>
            <FileButton rank={state.error.retryable ? 'secondary' : 'primary'} onFile={onFile}>
              {t('action.chooseFileInstead')}
            </FileButton>
            <CameraChoice camera={camera} rank="secondary" />
          </div>
        </>
      ) : (
        <>
          {problem !== null && <Notice>{problem}</Notice>}
          <Viewfinder
            shape={kind === 'selfie' ? 'oval' : 'card'}
            status={isLive && isBusy ? 'busy' : state.status}
            ratio={isLive ? state.widthPx / state.heightPx : 16 / 9}
            isMirrored={port.mirrored}
            outline={guide.outline}
            isGood={isGood}
            words={words ? '' : refusal + toWords(guide.hint)}
            refusal={guide.refused?.triesLeft ?? null}
          >
            <CameraVideo {...port} label={title} />
            {isLive && <CameraTools camera={camera} />}
          </Viewfinder>
          <div className="sf-camera-bar">
            <FileButton rank="quiet" icon="picture" onFile={onFile}>
              {t('action.chooseFile')}
            </FileButton>
            {state.status === 'interrupted' ? (
              <Button rank="primary" onClick={retry}>
                {t('action.tryAgain')}
              </Button>
            ) : (
              <Shutter isReady={isLive && !isHidden} isBusy={isBusy} countdown={guide.countdown} onPress={takeNow} />
            )}
            <CameraChoice camera={camera} rank="quiet" />
          </div>
        </>
      )}
      <Announcer>{refusal + (words || toWords(guide.announced) || (isLive ? task : ''))}</Announcer>
      <div className="sf-leave">
        <Button rank="quiet" onClick={props.onLeave}>
          {props.leaveLabel}
        </Button>
        {onAutomatic && state.status !== 'blocked' && (
          <Switch isOn={isAutomatic} onSwitch={switchAutomatic}>
            {t('camera.automatic')}
          </Switch>
        )}
      </div>
    </Screen>
  );
}
