'use client';

import { type PreparedImage, toStepframeError } from '@stepframe/core';
import { type GrabbedFrame, leaseCaptureWorker, prepareImage } from '@stepframe/core/capture';
import { useCallback, useContext, useEffect, useMemo, useReducer, useRef } from 'react';
import type { CapturedFrame } from '../guidance/Guide.ts';
import { captureReducer, type CaptureSource, type CaptureState, idleCapture, type Pictures, type Side } from './captureReducer.ts';
import { type PictureSettings, PictureSettingsContext } from './PictureSettings.ts';

/** What differs from the settings of the `StepframeProvider`, value by value. */
export interface UseCaptureOptions extends PictureSettings {
  /** Sides to photograph, in order. Default: the front alone. */
  readonly sides?: readonly Side[];
}

/** The state of the capture with everything that can be done; what has no meaning in a state does nothing there. */
export type Capture = CaptureState & {
  /** Begins with the first side, or changes where the picture of the current side comes from. */
  readonly begin: (source: CaptureSource) => void;
  /** Takes a frame of the camera or a chosen file as the picture of the current side; the frame is closed here, its outline is kept. */
  readonly take: (source: Blob | GrabbedFrame | CapturedFrame) => void;
  /** Another picture of a side; the one that is there stays until then. */
  readonly retake: (side: Side) => void;
  /** Stops taking: back to the pictures that are there, or to the beginning. */
  readonly leave: () => void;
  /** The picture under review is good: goes on to the missing side. */
  readonly approve: () => void;
  /** Goes on with pictures that were kept; does nothing once others were begun. */
  readonly restore: (source: CaptureSource, pictures: Pictures) => void;
  /** Lets every picture go. */
  readonly clear: () => void;
};

const frontOnly: readonly Side[] = ['front'];

/**
 * Takes, checks, downscales and reviews the pictures of one step. Knows pixels and no network.
 *
 * From the beginning until it is cleared it keeps the capture worker warm.
 */
export function useCapture({ sides = frontOnly, limits, decoders }: UseCaptureOptions = {}): Capture {
  const [state, dispatch] = useReducer(captureReducer, idleCapture);
  const shared = useContext(PictureSettingsContext);
  const preparing = useRef<AbortController | null>(null);
  useEffect(() => () => preparing.current?.abort(), []);

  const { status } = state;
  const wanted = status === 'taking' ? state.side : null;
  const wantedAtMs = useRef<number | null>(null);
  useEffect(() => {
    wantedAtMs.current = wanted && performance.now();
  }, [wanted]);

  const isIdle = state.status === 'idle';
  useEffect(() => (isIdle ? undefined : leaseCaptureWorker().release), [isIdle]);

  const take = useCallback(
    (source: Blob | GrabbedFrame | CapturedFrame) => {
      preparing.current?.abort();
      const abort = new AbortController();
      preparing.current = abort;
      dispatch({ type: 'taken' });
      const taking = wantedAtMs.current !== null && { takingMs: Math.round(performance.now() - wantedAtMs.current) };
      const settings = { limits: { ...shared.limits, ...limits }, decoders: { ...shared.decoders, ...decoders } };
      prepareImage(source, { ...settings, signal: abort.signal })
        .then(
          (prepared: PreparedImage) => {
            // A frame is prepared whole and upright as it is, so its outline is the picture's, too.
            const seen = 'outline' in source && { outline: source.outline, isAutomatic: source.isAutomatic };
            const picture = { ...prepared, ...seen, ...taking };
            if (!abort.signal.aborted) dispatch({ type: 'prepared', picture, sides });
          },
          (error: unknown) => abort.signal.aborted || dispatch({ type: 'refused', problem: toStepframeError(error) }),
        )
        .finally(() => 'close' in source && source.close());
    },
    [shared, limits, decoders, sides],
  );

  const clear = useCallback(() => {
    preparing.current?.abort();
    dispatch({ type: 'cleared' });
  }, []);

  return useMemo(
    () => ({
      ...state,
      take,
      begin: (source: CaptureSource) => dispatch({ type: 'begun', source }),
      retake: (side: Side) => dispatch({ type: 'retaken', side }),
      leave: () => dispatch({ type: 'left', sides }),
      approve: () => dispatch({ type: 'approved' }),
      restore: (source: CaptureSource, pictures: Pictures) => dispatch({ type: 'restored', source, pictures, sides }),
      clear,
    }),
    [state, take, clear, sides],
  );
}
