'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { StatusScreen } from '../screens/StatusScreen.tsx';
import type { StepCamera, StepCameraProps } from './StepCamera.tsx';

let loaded: typeof StepCamera | undefined;

async function load(): Promise<void> {
  loaded ??= (await import('./StepCamera.tsx')).StepCamera;
}

/**
 * The camera with everything it needs, fetched while the instructions are read rather than before them: whoever chooses a
 * file, or is done already, is not kept waiting for it.
 */
export function LazyStepCamera(props: StepCameraProps): ReactNode {
  const t = useMessages();
  const { screen, capture, onFile } = props;
  const isShown = screen.name === 'camera';
  const [status, setStatus] = useState<'loading' | 'loaded' | 'failed'>(loaded ? 'loaded' : 'loading');
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown !== wasShown) {
    setWasShown(isShown);
    // Fetched ahead in vain, it is asked for once more when it is needed.
    if (status === 'failed') setStatus('loading');
  }

  useEffect(() => {
    if (status !== 'loading') return undefined;
    let isHere = true;
    const settle = (next: 'loaded' | 'failed') => isHere && setStatus(next);
    load().then(
      () => settle('loaded'),
      () => settle('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [status]);

  const Camera = status === 'loaded' ? loaded : undefined;
  if (Camera) return <Camera {...props} />;
  if (!isShown) return null;
  if (status === 'loading') return <StatusScreen key="loading" name="camera" sign="spinner" title={t('camera.opening')} />;
  return (
    <StatusScreen
      key="failed"
      name="camera"
      sign="alert"
      tone="warning"
      title={t('camera.blocked')}
      lead={t('camera.notLoaded')}
      actions={
        <>
          <Button rank="primary" onClick={() => setStatus('loading')}>
            {t('action.tryAgain')}
          </Button>
          <FileButton onFile={onFile}>{t('action.chooseFileInstead')}</FileButton>
          <Button rank="quiet" onClick={capture.leave}>
            {t('action.back')}
          </Button>
        </>
      }
    />
  );
}
