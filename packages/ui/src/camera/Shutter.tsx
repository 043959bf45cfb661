'use client';

import { forwardRef, useContext, useEffect, useRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { ActedContext } from '../parts/ActedContext.ts';
import { type Part, usePart } from '../parts/usePart.ts';
import { useCameraParts } from './CameraContext.ts';

export interface ShutterState {
  /** The live picture is on the screen. */
  readonly isReady: boolean;
  /** A picture is being prepared. */
  readonly isBusy: boolean;
  /** One was asked for, and it takes a while to say whether it is taken. */
  readonly isWaiting: boolean;
  /** A good picture is about to be taken by itself. */
  readonly isCounting: boolean;
}

/** The button that takes a picture, always there. Its ring closes until a picture is taken by itself. */
export const Shutter: Part<'button', ShutterState> = forwardRef(function Shutter({ children, ...props }, ref) {
  const t = useMessages();
  const { isReady, isWaiting, status, guide, takeNow } = useCameraParts();
  const { countdown } = guide;
  const isBusy = status === 'busy';
  const button = useRef<HTMLButtonElement>(null);
  const acted = useContext(ActedContext);
  useEffect(() => {
    if (!isReady) return undefined;
    // Whoever came here with the keyboard goes on with the shutter: from the screen's title, or from a button that is gone
    // ("Try again"). Only after that title had the focus, or it would win; and never away from anything else.
    const timer = setTimeout(() => {
      const holder = document.activeElement;
      const title = button.current?.closest('.sf-screen')?.querySelector('.sf-title');
      if (holder === title || (acted.current && holder === document.body)) button.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [acted, isReady]);
  return usePart('button', {
    state: { isReady, isBusy, isWaiting, isCounting: countdown > 0 },
    own: {
      type: 'button',
      className: 'sf-shutter',
      disabled: !isReady,
      // Not disabled, or the focus would be lost: after a refusal it is needed again.
      'aria-disabled': isBusy || isWaiting,
      'aria-busy': isWaiting,
      onClick: isBusy || isWaiting ? undefined : takeNow,
      children: (
        <>
          <svg className="sf-countdown" viewBox="0 0 36 36" width="36" height="36" fill="none" stroke="currentColor" aria-hidden="true">
            <circle cx="18" cy="18" r="17" pathLength="1" strokeDasharray="1" strokeDashoffset={1 - countdown} />
          </svg>
          <span className="sf-visually-hidden">{children ?? t('action.takePicture')}</span>
        </>
      ),
    },
    props,
    ref,
    ownRef: button,
  });
});
