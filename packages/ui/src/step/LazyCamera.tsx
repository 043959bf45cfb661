'use client';

import { checkCameraSupport } from '@stepframe/core/capture';
import type { StepScreen } from '@stepframe/react';
import { type ReactNode, useEffect, useState } from 'react';
import { ChooseFile } from '../actions/ChooseFile.tsx';
import { Leave } from '../actions/Leave.tsx';
import type { Camera } from '../camera/Camera.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { StatusScreen } from '../parts/StatusScreen.tsx';
import { useStep } from './StepContext.ts';

/** From these the camera may be next; after the others the step is in other hands, or over. */
const beforeCamera: ReadonlySet<StepScreen['name']> = new Set(['instructions', 'file', 'review', 'rejected', 'failed']);

let loaded: typeof Camera | undefined;

async function load(): Promise<void> {
  loaded ??= (await import('../camera/Camera.tsx')).Camera;
}

/**
 * The camera with everything it needs, fetched while the instructions are read rather than before them: whoever chooses a
 * file, or is done already, is not kept waiting for it. Not at all where no picture can be taken: the step is over, or there is no camera.
 */
export function LazyCamera(): ReactNode {
  const t = useMessages();
  const { screen } = useStep();
  const isShown = screen.name === 'camera';
  const [status, setStatus] = useState<'loading' | 'loaded' | 'failed'>(loaded ? 'loaded' : 'loading');
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown !== wasShown) {
    setWasShown(isShown);
    // Fetched ahead in vain, it is asked for once more when it is needed.
    if (status === 'failed') setStatus('loading');
  }

  const mayBeNext = beforeCamera.has(screen.name);
  useEffect(() => {
    if (status !== 'loading' || !(isShown || (mayBeNext && !checkCameraSupport()))) return undefined;
    let isHere = true;
    const settle = (next: 'loaded' | 'failed') => isHere && setStatus(next);
    load().then(
      () => settle('loaded'),
      () => settle('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [status, isShown, mayBeNext]);

  const Loaded = status === 'loaded' ? loaded : undefined;
  if (Loaded) return <Loaded />;
  if (!isShown) return null;
  if (status === 'loading') return <StatusScreen key="loading" name="camera" sign="spinner" title={t('camera.opening')} />;
  return (
    <StatusScreen key="failed" name="camera" sign="alert" tone="warning" title={t('camera.blocked')} lead={t('camera.notLoaded')}>
      <Button rank="primary" onClick={() => setStatus('loading')}>
        {t('action.tryAgain')}
      </Button>
      <ChooseFile rank="secondary">{t('action.chooseFileInstead')}</ChooseFile>
      <Leave />
    </StatusScreen>
  );
}
