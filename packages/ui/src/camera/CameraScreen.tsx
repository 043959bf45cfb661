'use client';

import { type GrabbedFrame, grabFrame, toCameraError } from '@stepframe/core/capture';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Announcer } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Screen } from '../parts/Screen.tsx';
import { CameraVideo } from './CameraVideo.tsx';
import { Guide, type GuideShape } from './Guide.tsx';
import { useCamera } from './useCamera.ts';

export interface CameraScreenProps {
  readonly facing: 'user' | 'environment';
  readonly shape: GuideShape;
  readonly title: string;
  readonly hint: string;
  /** A sentence about the last picture, when it was no good. */
  readonly problem: string | null;
  /** The picture that was taken is being prepared. */
  readonly isBusy: boolean;
  readonly onTake: (frame: GrabbedFrame) => void;
  readonly onFile: (file: File) => void;
  readonly leaveLabel: string;
  /** Stops the camera and goes back, to the pictures that are there or to the instructions. */
  readonly onLeave: () => void;
}

/** The live picture with its guide, the shutter, and a way out whatever the camera does. */
export function CameraScreen(props: CameraScreenProps): ReactNode {
  const { facing, shape, title, hint, problem, isBusy, onTake, onFile, leaveLabel, onLeave } = props;
  const t = useMessages();
  const { state, attempt, wish, handlers, retry, switchCamera } = useCamera(facing);
  const [isGrabbing, setIsGrabbing] = useState(false);
  const shutter = useRef<HTMLButtonElement>(null);
  const isLive = state.status === 'live';

  useEffect(() => {
    // Whoever opened the camera with the keyboard goes on with the shutter.
    if (isLive && document.activeElement?.closest('.sf-screen')?.contains(shutter.current)) shutter.current?.focus({ preventScroll: true });
  }, [isLive]);

  useEffect(() => {
    if (state.status !== 'live') return;
    // The picture that was taken stands still while it is prepared.
    if (isBusy) state.video.pause();
    else void state.video.play().catch(() => undefined);
  }, [state, isBusy]);

  const takePicture = async (video: HTMLVideoElement) => {
    if (isGrabbing || isBusy) return;
    setIsGrabbing(true);
    try {
      onTake(await grabFrame(video));
    } catch (error) {
      handlers.onStreamError(toCameraError(error));
    } finally {
      setIsGrabbing(false);
    }
  };

  const words = isBusy ? t('preparing') : isLive ? hint : t('camera.opening');
  const notice = state.status === 'blocked' ? t.error(state.error) : problem;
  return (
    <Screen name="camera" title={title} lead={state.status === 'blocked' ? undefined : words}>
      {notice !== null && (
        <div className="sf-notice" role="alert">
          <Icon name="alert" />
          <p className="sf-notice-words">
            {state.status === 'blocked' && (
              <strong>
                <span>{t('camera.blocked')}</span>
              </strong>
            )}
            <span>{notice}</span>
          </p>
        </div>
      )}
      {state.status !== 'blocked' && (
        <div
          className="sf-viewfinder"
          data-shape={shape}
          data-status={isBusy ? 'busy' : state.status}
          // The whole picture is shown, in its own shape: what is taken is what was seen.
          style={state.status === 'live' ? toShape(state.video) : undefined}
        >
          <CameraVideo
            key={attempt}
            wish={wish}
            mirrored={(state.status === 'live' ? state.facing : facing) === 'user'}
            label={title}
            {...handlers}
          />
          <Guide shape={shape} />
          {(isBusy || !isLive) && <span className="sf-spinner" aria-hidden="true" />}
        </div>
      )}
      <Announcer>{state.status === 'blocked' ? '' : words}</Announcer>
      {state.status === 'blocked' ? (
        <div className="sf-actions">
          <Button rank="primary" onClick={retry}>
            {t('action.tryAgain')}
          </Button>
          <FileButton onFile={onFile}>{t('action.chooseFileInstead')}</FileButton>
          {switchCamera && <Button onClick={switchCamera}>{t('action.switchCamera')}</Button>}
        </div>
      ) : (
        <div className="sf-camera-bar">
          <FileButton rank="quiet" icon="picture" onFile={onFile}>
            {t('action.chooseFile')}
          </FileButton>
          <button
            ref={shutter}
            type="button"
            className="sf-shutter"
            disabled={!isLive || isBusy}
            onClick={() => state.status === 'live' && void takePicture(state.video)}
          >
            <span className="sf-visually-hidden">{t('action.takePicture')}</span>
          </button>
          {switchCamera ? (
            <Button rank="quiet" icon="switch" onClick={switchCamera}>
              {t('action.switchCamera')}
            </Button>
          ) : (
            <span />
          )}
        </div>
      )}
      <div className="sf-leave">
        <Button rank="quiet" onClick={onLeave}>
          {leaveLabel}
        </Button>
      </div>
    </Screen>
  );
}

function toShape({ videoWidth, videoHeight }: HTMLVideoElement): CSSProperties {
  return { '--_sf-ratio': videoWidth / videoHeight } as CSSProperties;
}
