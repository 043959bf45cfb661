'use client';

import { type CSSProperties, forwardRef } from 'react';
import { type Part, usePart } from '../parts/usePart.ts';
import { type CameraContextValue, useCameraParts } from './CameraContext.ts';

export interface ViewfinderState extends Pick<CameraContextValue, 'status' | 'tone'> {
  readonly shape: 'tall' | 'wide';
}

/** Words, live picture and switches, so that nothing lies on the picture and hides the document. */
export const Viewfinder: Part<'div', ViewfinderState> = forwardRef(function Viewfinder(props, ref) {
  const { status, tone, ratio } = useCameraParts();
  return usePart('div', {
    state: { status, tone, shape: ratio < 1 ? 'tall' : 'wide' },
    // The whole picture is shown, in its own shape: what is taken is what was seen.
    own: { className: 'sf-viewfinder', style: { '--_sf-ratio': ratio } as CSSProperties },
    props,
    ref,
  });
});
