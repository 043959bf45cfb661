import { type MouseEvent, useCallback, useRef } from 'react';

interface Tap {
  readonly screenName: string;
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

const doubleTapMs = 600;
const doubleTapPx = 30;

/**
 * Keeps the second tap of a double tap off the screen that the first one brought up: where the shutter was there may
 * now be Send, and a picture would leave unseen. The keyboard is not concerned, because the focus moves to the title.
 *
 * @returns a handler for the capture phase of `click`
 */
export function useDoubleTapGuard(screenName: string): (event: MouseEvent) => void {
  const last = useRef<Tap | null>(null);
  return useCallback(
    (event) => {
      // A click by keyboard, by assistive technology or by a program has no place.
      if (event.detail === 0 || (event.clientX === 0 && event.clientY === 0)) return;
      const tap = { screenName, x: event.clientX, y: event.clientY, atMs: event.timeStamp };
      const before = last.current;
      const isSecond =
        before !== null &&
        before.screenName !== screenName &&
        tap.atMs - before.atMs < doubleTapMs &&
        Math.hypot(tap.x - before.x, tap.y - before.y) < doubleTapPx;
      if (isSecond) {
        event.stopPropagation();
        event.preventDefault();
      } else {
        last.current = tap;
      }
    },
    [screenName],
  );
}
