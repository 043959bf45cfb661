'use client';

import type { PreparedImage } from '@stepframe/core';
import { type GrabbedFrame, type ImageLimits, prepareImage } from '@stepframe/core/capture';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { toStepframeError } from '../journey/toStepframeError.ts';
import { captureReducer, type CaptureSource, type CaptureState, idleCapture, type Side } from './captureReducer.ts';

export interface UseCaptureOptions {
  /** Sides to photograph, in order. Default: the front alone. */
  readonly sides?: readonly Side[];
  /** Limits for this step; what is left out has the default of `prepareImage`. */
  readonly limits?: Partial<ImageLimits> | undefined;
}

/** The state of the capture with everything that can be done; what has no meaning in a state does nothing there. */
export type Capture = CaptureState & {
  /** Begins with the first side, or changes where the picture of the current side comes from. */
  readonly begin: (source: CaptureSource) => void;
  /** Takes a frame of the camera or a chosen file as the picture of the current side; the frame is closed here. */
  readonly take: (source: Blob | GrabbedFrame) => void;
  /** Another picture of a side; the one that is there stays until then. */
  readonly retake: (side: Side) => void;
  /** Stops taking: back to the pictures that are there, or to the beginning. */
  readonly leave: () => void;
  /** The picture under review is good: goes on to the missing side. */
  readonly approve: () => void;
  /** Lets every picture go. */
  readonly clear: () => void;
};

const frontOnly: readonly Side[] = ['front'];

/** Takes, checks, downscales and reviews the pictures of one step. Knows pixels and no network. */
export function useCapture({ sides = frontOnly, limits }: UseCaptureOptions = {}): Capture {
  const [state, dispatch] = useReducer(captureReducer, idleCapture);
  const preparing = useRef<AbortController | null>(null);
  useEffect(() => () => preparing.current?.abort(), []);

  const take = useCallback(
    (source: Blob | GrabbedFrame) => {
      preparing.current?.abort();
      const abort = new AbortController();
      preparing.current = abort;
      dispatch({ type: 'taken' });
      prepareImage(source, { limits, signal: abort.signal })
        .then(
          (picture: PreparedImage) => abort.signal.aborted || dispatch({ type: 'prepared', picture, sides }),
          (error: unknown) => abort.signal.aborted || dispatch({ type: 'refused', problem: toStepframeError(error) }),
        )
        .finally(() => 'close' in source && source.close());
    },
    [limits, sides],
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
      clear,
    }),
    [state, take, clear, sides],
  );
}
