import { type MouseEvent, useCallback, useEffect, useRef } from 'react';

interface Tap {
  readonly screenName: string;
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/** Two taps of one movement follow each other so closely, and so long it takes at least to see a new screen and to act. */
const doubleTapMs = 350;
const doubleTapPx = 30;

/**
 * Keeps the second tap of a double tap off the screen that the first one brought up: where the shutter was there may
 * now be Send, and a picture would leave unseen. An impatient one too, that comes when the new screen is just there. Only taps and
 * clicks in that very place count. Keyboards, switches, voices and programs are not concerned, however quick: what they press is
 * what has the focus, and that moves to the new screen's title.
 *
 * @returns a handler for the capture phase of `click`
 */
export function useDoubleTapGuard(screenName: string): (event: MouseEvent) => void {
  const last = useRef<Tap | null>(null);
  const shown = useRef({ screenName, atMs: -Infinity });
  useEffect(() => {
    shown.current = { screenName, atMs: performance.now() };
  }, [screenName]);
  return useCallback(
    (event) => {
      if (!isTap(event)) return;
      const tap = { screenName, x: event.clientX, y: event.clientY, atMs: event.timeStamp };
      const before = last.current;
      const isSecond =
        before !== null &&
        before.screenName !== screenName &&
        tap.atMs - Math.max(before.atMs, shown.current.atMs) < doubleTapMs &&
        Math.hypot(tap.x - before.x, tap.y - before.y) < doubleTapPx;
      if (isSecond) {
        event.stopPropagation();
        event.preventDefault();
        // A third one is of the same movement.
        last.current = { ...before, atMs: tap.atMs };
      } else {
        last.current = tap;
      }
    },
    [screenName],
  );
}

/** A click without a pointer has none of these; in which of them that shows differs from browser to browser. */
function isTap({ detail, clientX, clientY, nativeEvent }: MouseEvent): boolean {
  const hasPointer = !('pointerType' in nativeEvent) || nativeEvent.pointerType !== '';
  return detail > 0 && hasPointer && (clientX !== 0 || clientY !== 0);
}
