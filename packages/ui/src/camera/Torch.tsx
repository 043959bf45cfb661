'use client';

import { forwardRef } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { type Part, usePart } from '../parts/usePart.ts';
import { useCameraParts } from './CameraContext.ts';

export interface TorchState {
  readonly isOn: boolean;
}

/** Switches the camera's light, where it has one. */
export const Torch: Part<'button', TorchState> = forwardRef(function Torch({ children, ...props }, ref) {
  const t = useMessages();
  const { camera, status } = useCameraParts();
  const { torch } = camera;
  const isOn = torch?.isOn ?? false;
  const element = usePart('button', {
    state: { isOn },
    own: {
      type: 'button',
      className: 'sf-tool',
      'aria-pressed': isOn,
      onClick: () => void torch?.set(!isOn),
      children: (
        <>
          <Icon name="light" />
          <span className="sf-visually-hidden">{children ?? t('camera.torch')}</span>
        </>
      ),
    },
    props,
    ref,
  });
  return torch && (status === 'live' || status === 'busy') ? element : null;
});
