'use client';

import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Button, type ButtonOwnProps } from '../parts/Button.tsx';
import { useCameraParts } from './CameraContext.ts';

export type CameraChoiceProps = Pick<ButtonOwnProps, 'rank'>;

/** The way to another camera: a switch between two, a list of more. Nothing where there is one. */
export function CameraChoice({ rank = 'quiet' }: CameraChoiceProps): ReactNode {
  const t = useMessages();
  const { state, devices, switchCamera, chooseDevice } = useCameraParts().camera;
  if (!switchCamera) return null;
  if (devices.length < 3) {
    return (
      <Button rank={rank} icon="switch" onClick={switchCamera}>
        {t('action.switchCamera')}
      </Button>
    );
  }
  return (
    <label className="sf-button sf-choice" data-rank={rank}>
      <Icon name="switch" />
      <span>{t('camera.list')}</span>
      <select value={state.status === 'live' ? state.deviceId : ''} onChange={(event) => chooseDevice(event.currentTarget.value)}>
        {state.status !== 'live' && <option value="">–</option>}
        {devices.map(({ deviceId, label }, at) => (
          <option key={deviceId} value={deviceId}>
            {label || t('camera.unnamed', { number: at + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
