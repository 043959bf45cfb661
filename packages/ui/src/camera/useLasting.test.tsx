import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLasting } from './useLasting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('useLasting', () => {
  it('says so only of what goes on for a while, and no longer than it does', () => {
    const { result, rerender } = renderHook((isOn: boolean) => useLasting(isOn), { initialProps: true });
    const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
    pass(149);
    expect(result.current).toBe(false);
    rerender(false);
    pass(1_000);
    expect(result.current).toBe(false);
    rerender(true);
    pass(150);
    expect(result.current).toBe(true);
    rerender(false);
    expect(result.current).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    rerender(true);
    expect(result.current).toBe(false);
  });
});
