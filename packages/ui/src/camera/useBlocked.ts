import type { CameraError } from '@stepframe/core/capture';
import type { UseCameraResult } from '@stepframe/react';
import { useState } from 'react';

/** A camera that does not come by itself. */
export interface Blocked {
  readonly error: CameraError;
  /** How often it was asked for since it was last live; only what the person asked for counts. */
  readonly tries: number;
  /** It is being asked for once more. */
  readonly isAsking: boolean;
  readonly retry: () => void;
}

/**
 * What keeps the camera away, or `null`. While it is asked for again that stands, with its buttons and the focus: an answer that
 * comes at once would else make the screen blink and look as before.
 */
export function useBlocked({ state, retry }: Pick<UseCameraResult, 'state' | 'retry'>): Blocked | null {
  const [presses, setPresses] = useState(0);
  const [last, setLast] = useState<Pick<Blocked, 'error' | 'tries'> | null>(null);
  if (state.status === 'blocked' && state.error !== last?.error) setLast({ error: state.error, tries: presses + 1 });
  if (state.status === 'live' && last) {
    setLast(null);
    setPresses(0);
  }
  const isAsking = state.status === 'opening' && state.step === 'asking';
  if (!last || !(isAsking || state.status === 'blocked')) return null;
  return {
    ...last,
    isAsking,
    retry: () => {
      if (isAsking) return;
      setPresses(presses + 1);
      retry();
    },
  };
}
