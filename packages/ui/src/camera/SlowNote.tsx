'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { type Part, usePart } from '../parts/usePart.ts';
import { useCameraParts } from './CameraContext.ts';

/** Beside the switch, why no picture may be taken automatically, for as long as that is so. It stays mounted, or its words would not be read. */
export const SlowNote: Part<'output', object> = forwardRef(function SlowNote({ children, ...props }, ref) {
  const t = useMessages();
  const { guide } = useCameraParts();
  const words = guide.autoCapture === 'slow' && (children ?? t('camera.slow'));
  return usePart('output', { state: {}, own: { className: 'sf-note', children: <span>{words}</span> }, props, ref });
});
