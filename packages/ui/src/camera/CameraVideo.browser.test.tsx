import { grabFrame } from '@stepframe/core/capture';
import { useCamera, type UseCameraResult } from '@stepframe/react';
import { createFakeCamera, type FakeCamera, installFakeCamera } from '@stepframe/sandbox/testing';
import { render, screen } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraVideo } from './CameraVideo.tsx';

let fake: FakeCamera;
let restore = () => {};
let camera: UseCameraResult;

const onCamera = (next: UseCameraResult) => {
  camera = next;
};

function Stage({ isWanted = true }: { readonly isWanted?: boolean }): ReactNode {
  const next = useCamera({ facing: 'user', storage: null, isWanted });
  onCamera(next);
  return <CameraVideo {...next.port} label="Your face" />;
}
const untilStatus = (status: string) => vi.waitUntil(() => camera.state.status === status, { timeout: 5_000 });

beforeEach(() => {
  fake = createFakeCamera({ widthPx: 320, heightPx: 180 });
  restore = installFakeCamera(fake);
});
afterEach(() => {
  restore();
  fake.dispose();
});

describe('CameraVideo', () => {
  it('leads to one question under StrictMode, though react-webcam would ask twice', async () => {
    const { unmount } = render(<Stage />, { wrapper: StrictMode });
    await untilStatus('live');
    expect([fake.requests.length, fake.liveTracks()]).toEqual([1, 1]);
    unmount();
    await vi.waitUntil(() => fake.liveTracks() === 0);
    expect(fake.requests).toHaveLength(1);
  });

  it('is seen, and stays in its place, outside of our own viewfinder with our stylesheet', async () => {
    const styles = document.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = new URL('../styles.css', import.meta.url).href;
    const isLoaded = new Promise((resolve) => styles.addEventListener('load', resolve));
    document.head.append(styles);
    await isLoaded;
    const { unmount } = render(<Stage />);
    await untilStatus('live');
    const { opacity, position } = getComputedStyle(screen.getByLabelText('Your face'));
    expect([opacity, position]).toEqual(['1', 'static']);
    unmount();
    styles.remove();
  });

  it('shows a named, muted, inline video, mirrored for the eye only', async () => {
    const { unmount } = render(<Stage />);
    await untilStatus('live');
    const video = screen.getByLabelText<HTMLVideoElement>('Your face');
    expect(camera.state).toMatchObject({ video, widthPx: 320, heightPx: 180 });
    expect([video.muted, video.autoplay, video.playsInline]).toEqual([true, true, true]);
    expect(video.style.transform).toContain('scaleX(-1)');
    const frame = await grabFrame(video);
    expect([frame.widthPx, frame.heightPx]).toEqual([320, 180]);
    frame.close();
    unmount();
  });

  it('keeps its element, and lets the picture go when the camera is not wanted', async () => {
    const { rerender, unmount } = render(<Stage />);
    await untilStatus('live');
    const video = screen.getByLabelText<HTMLVideoElement>('Your face');
    rerender(<Stage isWanted={false} />);
    await untilStatus('off');
    expect([video.srcObject, fake.liveTracks()]).toEqual([null, 0]);
    rerender(<Stage />);
    await untilStatus('live');
    expect(screen.getByLabelText('Your face')).toBe(video);
    unmount();
  });
});
