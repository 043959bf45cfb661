'use client';

import { type CSSProperties, forwardRef } from 'react';
import { type Part, usePart } from '../parts/usePart.ts';
import { type CameraContextValue, useCameraParts } from './CameraContext.ts';

export interface SightState extends Pick<CameraContextValue, 'status'> {
  readonly isMirrored: boolean;
}

/** The live picture in its own shape, with what is drawn over it. */
export const Sight: Part<'div', SightState> = forwardRef(function Sight({ children, ...props }, ref) {
  const { status, ratio, camera } = useCameraParts();
  return usePart('div', {
    state: { status, isMirrored: camera.port.mirrored },
    own: {
      className: 'sf-sight',
      // By attribute, because without a stylesheet, too, the guide lies on the picture.
      style: { '--_sf-ratio': ratio, position: 'relative', aspectRatio: ratio, overflow: 'hidden' } as CSSProperties,
      children: (
        <>
          {children}
          {status !== 'live' && <span className="sf-spinner" aria-hidden="true" />}
        </>
      ),
    },
    props,
    ref,
  });
});
