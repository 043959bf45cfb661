import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useDoubleTapGuard } from './useDoubleTapGuard.ts';

/** A shutter that gives way to a Send button. */
function TwoScreens({ onSend }: { readonly onSend: () => void }) {
  const [screenName, setScreenName] = useState('camera');
  const stopDoubleTap = useDoubleTapGuard(screenName);
  return (
    <div onClickCapture={stopDoubleTap}>
      {screenName === 'camera' ? (
        <button type="button" onClick={() => setScreenName('review')}>
          Shutter
        </button>
      ) : (
        <button type="button" onClick={onSend}>
          Send
        </button>
      )}
    </div>
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

interface Click {
  readonly x: number;
  readonly y: number;
  readonly afterMs: number;
  readonly detail?: number;
  readonly pointerType?: string;
}

/** Taps the shutter at (100, 100) at a time 0, then Send, which takes the shutter's place at `shownAfterMs`. */
function tapBoth(taps: readonly Click[], shownAfterMs = 0) {
  const onSend = vi.fn<() => void>();
  vi.spyOn(performance, 'now').mockReturnValue(1_000 + shownAfterMs);
  render(<TwoScreens onSend={onSend} />);
  const click = (name: string, { x, y, afterMs, detail = 1, pointerType = 'touch' }: Click) => {
    const event = new PointerEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y, detail, pointerType });
    Object.defineProperty(event, 'timeStamp', { value: 1_000 + afterMs });
    fireEvent(screen.getByRole('button', { name }), event);
  };
  click('Shutter', { x: 100, y: 100, afterMs: 0 });
  for (const tap of taps) click('Send', tap);
  return onSend;
}

describe('useDoubleTapGuard', () => {
  it('keeps the second tap of a double tap off the next screen', () => {
    expect(tapBoth([{ x: 104, y: 98, afterMs: 250 }])).not.toHaveBeenCalled();
  });

  it('keeps an impatient tap off a screen that is just there, and lets it through once that can have been seen', () => {
    expect(tapBoth([{ x: 104, y: 98, afterMs: 2_100 }], 2_000)).not.toHaveBeenCalled();
    cleanup();
    expect(tapBoth([{ x: 104, y: 98, afterMs: 2_400 }], 2_000)).toHaveBeenCalledOnce();
  });

  it('keeps off a third and fourth tap of the same movement, and lets one through that comes after it', () => {
    const tap = (afterMs: number): Click => ({ x: 100, y: 101, afterMs });
    expect(tapBoth([tap(200), tap(450), tap(700)])).not.toHaveBeenCalled();
    cleanup();
    expect(tapBoth([tap(200), tap(450), tap(700), tap(1_100)])).toHaveBeenCalledOnce();
  });

  it.each<[string, Click]>([
    ['later', { x: 104, y: 98, afterMs: 400 }],
    ['somewhere else', { x: 104, y: 240, afterMs: 250 }],
    ['by keyboard', { x: 100, y: 100, afterMs: 50, detail: 0, pointerType: '' }],
    ['by a switch or a voice, in the middle of the button', { x: 100, y: 100, afterMs: 50, pointerType: '' }],
    ['from a program', { x: 0, y: 0, afterMs: 50 }],
  ])('lets a tap through that comes %s', (_name, second) => {
    expect(tapBoth([second])).toHaveBeenCalledOnce();
  });
});
