'use client';

import type { ReactNode } from 'react';
import { ChooseFile } from '../actions/ChooseFile.tsx';
import { UseCameraApp } from '../actions/UseCameraApp.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Notice } from '../parts/Notice.tsx';
import { CameraChoice } from './CameraChoice.tsx';
import { useCameraParts } from './CameraContext.ts';
import { CameraRetry } from './CameraRetry.tsx';
import { readBrowserKind } from './readBrowserKind.ts';

/** Why there is no camera, and the three ways on: try again, another camera, a file. Nothing while there is one. */
export function CameraBlocked(): ReactNode {
  const t = useMessages();
  const { blocked } = useCameraParts();
  if (!blocked) return null;
  const { error, tries } = blocked;
  return (
    <>
      {/* The same element each time: a changed alert is read, and the button that was pressed keeps the focus. */}
      <Notice title={t(tries > 1 ? 'camera.stillBlocked' : 'camera.blocked', { number: tries })}>
        {t.error(error, readBrowserKind(navigator))}
      </Notice>
      <div className="sf-actions">
        <CameraRetry />
        <ChooseFile rank={error.retryable ? 'secondary' : 'primary'}>{t('action.chooseFileInstead')}</ChooseFile>
        <UseCameraApp />
        <CameraChoice rank="secondary" />
      </div>
    </>
  );
}
