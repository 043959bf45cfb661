'use client';

import { forwardRef } from 'react';
import { type Part, usePart } from '../parts/usePart.ts';
import { Torch } from './Torch.tsx';
import { Zoom } from './Zoom.tsx';

/** What can be switched, beside the picture and never on it: light and zoom, where the camera has them. */
export const CameraTools: Part<'div', object> = forwardRef(function CameraTools(props, ref) {
  const children = (
    <>
      <Zoom />
      <Torch />
    </>
  );
  return usePart('div', { state: {}, own: { className: 'sf-tools', children }, props, ref });
});
