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

/** Taps the shutter at (100, 100), then Send. */
function tapBoth(second: { readonly x: number; readonly y: number; readonly afterMs: number; readonly detail?: number }) {
  const onSend = vi.fn<() => void>();
  render(<TwoScreens onSend={onSend} />);
  const at = (clientX: number, clientY: number, timeMs: number, detail = 1) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, clientX, clientY, detail });
    Object.defineProperty(event, 'timeStamp', { value: timeMs });
    return event;
  };
  fireEvent(screen.getByRole('button', { name: 'Shutter' }), at(100, 100, 1_000));
  fireEvent(screen.getByRole('button', { name: 'Send' }), at(second.x, second.y, 1_000 + second.afterMs, second.detail));
  return onSend;
}

describe('useDoubleTapGuard', () => {
  it('keeps the second tap of a double tap off the next screen', () => {
    expect(tapBoth({ x: 104, y: 98, afterMs: 250 })).not.toHaveBeenCalled();
  });

  it.each([
    ['later', { x: 104, y: 98, afterMs: 700 }],
    ['somewhere else', { x: 104, y: 240, afterMs: 250 }],
    ['by keyboard', { x: 0, y: 0, afterMs: 50, detail: 0 }],
  ])('lets a tap through that comes %s', (_name, second) => {
    expect(tapBoth(second)).toHaveBeenCalledOnce();
  });
});
