import { CameraError, type CameraState } from '@stepframe/core/capture';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useBlocked } from './useBlocked.ts';

afterEach(cleanup);

const asking: CameraState = { status: 'opening', step: 'asking', triesLeft: 4 };
const starting: CameraState = { ...asking, step: 'starting' };
const block = (): CameraState => ({
  status: 'blocked',
  error: new CameraError('camera/denied', 'Refused.', { cause: null, retryable: true }),
});
const live: CameraState = {
  status: 'live',
  video: document.createElement('video'),
  facing: 'user',
  deviceId: '',
  widthPx: 4,
  heightPx: 3,
  triesLeft: 4,
};

function mount() {
  const retry = vi.fn<() => void>();
  const { result, rerender } = renderHook(useBlocked, { initialProps: { state: asking, retry } });
  return {
    retry,
    now: () => result.current,
    go: (state: CameraState) => rerender({ state, retry }),
    press: () => act(() => result.current?.retry()),
  };
}

describe('useBlocked', () => {
  it('counts what the person asked for, and stands while an answer is awaited', () => {
    const { retry, now, go, press } = mount();
    expect(now()).toBeNull();
    go(block());
    expect(now()).toMatchObject({ tries: 1, isAsking: false, error: { code: 'camera/denied' } });
    press();
    go(asking);
    expect(now()).toMatchObject({ tries: 1, isAsking: true });
    press();
    expect(retry).toHaveBeenCalledOnce();
    go(block());
    expect(now()).toMatchObject({ tries: 2, isAsking: false });
    // Asked by itself, because something had changed.
    go(asking);
    go(block());
    expect(now()).toMatchObject({ tries: 2 });
  });

  it('goes for a picture to come, counts on if none does, and begins anew after one', () => {
    const { now, go, press } = mount();
    go(block());
    press();
    go(asking);
    go(starting);
    expect(now()).toBeNull();
    go(block());
    expect(now()).toMatchObject({ tries: 2 });
    go(live);
    expect(now()).toBeNull();
    go(block());
    expect(now()).toMatchObject({ tries: 1 });
  });
});
