import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeCameraBenches, installCamera } from '../testing/createCameraBench.tsx';
import { useCaptureSupport } from './useCaptureSupport.ts';

afterEach(closeCameraBenches);

describe('useCaptureSupport', () => {
  it('tells what is possible without a question', async () => {
    const fake = installCamera();
    const { result, unmount } = renderHook(useCaptureSupport, { wrapper: StrictMode });
    expect(result.current).toBeNull();
    await vi.waitUntil(() => result.current !== null);
    expect(result.current).toEqual({ blocked: null, cameras: 1, permission: 'prompt', isInApp: false, hasCameraApp: false });
    expect(fake.requests).toHaveLength(0);
    unmount();
  });

  it('follows cameras and permission, and is the same object as long as nothing changes', async () => {
    const fake = installCamera({ permission: 'granted' });
    const { result, unmount } = renderHook(useCaptureSupport);
    await vi.waitUntil(() => result.current?.cameras === 2);
    const before = result.current;
    await act(async () => void window.dispatchEvent(new Event('focus')));
    expect(result.current).toBe(before);
    act(() => fake.unplug());
    await vi.waitUntil(() => result.current?.blocked?.code === 'camera/not-found');
    act(() => fake.plug());
    await vi.waitUntil(() => result.current?.blocked === null);
    act(() => fake.setPermission('denied'));
    await vi.waitUntil(() => result.current?.blocked?.code === 'camera/denied');
    expect(result.current).toMatchObject({ permission: 'denied' });
    expect(fake.requests).toHaveLength(0);
    unmount();
  });

  it('tells nobody after unmount', async () => {
    const fake = installCamera();
    const { result, unmount } = renderHook(useCaptureSupport);
    unmount();
    fake.unplug();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(result.current).toBeNull();
  });
});
