'use client';

import { forwardRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { type Part, usePart } from '../parts/usePart.ts';
import { useCameraParts } from './CameraContext.ts';

/** Once, twice, thrice, as far as the camera goes; then from the beginning. */
const zoomStops = [1, 2, 3];

/** Changes how near the picture is, where the camera can. */
export const Zoom: Part<'button', object> = forwardRef(function Zoom({ children, ...props }, ref) {
  const t = useMessages();
  const { camera, status } = useCameraParts();
  const { zoom } = camera;
  const stops = zoom ? zoomStops.filter((stop) => stop >= zoom.min && stop <= zoom.max) : [];
  const next = stops.find((stop) => zoom && stop > zoom.value) ?? stops[0];
  const element = usePart('button', {
    state: {},
    own: {
      type: 'button',
      className: 'sf-tool',
      onClick: () => next !== undefined && void zoom?.set(next),
      children: (
        <>
          <span className="sf-visually-hidden">{t('camera.zoom')} </span>
          <span>{children ?? t('camera.zoomed', { factor: zoom?.value ?? 1 })}</span>
        </>
      ),
    },
    props,
    ref,
  });
  return isLive(status) && stops.length > 1 ? element : null;
});

const isLive = (status: string): boolean => status === 'live' || status === 'busy';
