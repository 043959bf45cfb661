'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { type Part, usePart } from '../parts/usePart.ts';
import { useCameraParts } from './CameraContext.ts';

export interface AutoCaptureSwitchState {
  readonly isOn: boolean;
}

/** Whether a good picture is taken by itself; nothing where that is not offered. */
export const AutoCaptureSwitch: Part<'button', AutoCaptureSwitchState> = forwardRef(function AutoCaptureSwitch(
  { children, ...props },
  ref,
) {
  const t = useMessages();
  const { isAutomatic: isOn, switchAutomatic } = useCameraParts();
  const element = usePart('button', {
    state: { isOn },
    own: {
      type: 'button',
      role: 'switch',
      'aria-checked': isOn,
      className: 'sf-button sf-switch',
      'data-rank': 'quiet',
      onClick: () => switchAutomatic?.(!isOn),
      children: (
        <>
          <span className="sf-track" aria-hidden="true" />
          <span>{children ?? t('camera.automatic')}</span>
        </>
      ),
    },
    props,
    ref,
  });
  return switchAutomatic && element;
});
