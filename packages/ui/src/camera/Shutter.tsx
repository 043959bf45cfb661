'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';

export interface ShutterProps {
  /** The live picture is on the screen. */
  readonly isReady: boolean;
  /** A picture is being prepared. */
  readonly isBusy: boolean;
  /** Share of the time until a picture is taken by itself, 0 to 1: a ring that closes. */
  readonly countdown: number;
  readonly onPress: () => void;
}

/** The button that takes a picture, always there. */
export function Shutter({ isReady, isBusy, countdown, onPress }: ShutterProps): ReactNode {
  const t = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isReady) return undefined;
    // Whoever came here with the keyboard goes on with the shutter. Only after the screen's title had the focus, or that would win.
    const timer = setTimeout(() => {
      if (document.activeElement?.closest('.sf-screen')?.contains(button.current)) button.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [isReady]);
  return (
    <button ref={button} type="button" className="sf-shutter" disabled={!isReady || isBusy} onClick={onPress}>
      <svg className="sf-countdown" viewBox="0 0 36 36" fill="none" aria-hidden="true">
        <circle cx="18" cy="18" r="17" pathLength="1" strokeDasharray="1" strokeDashoffset={1 - countdown} />
      </svg>
      <span className="sf-visually-hidden">{t('action.takePicture')}</span>
    </button>
  );
}
