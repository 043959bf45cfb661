import type { StepScreen } from '@stepframe/react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../messages/en.ts';
import { taking } from '../testing/createStep.ts';

const cameraScreen: StepScreen = { name: 'camera', capture: taking };

/** As often as the network is down, the module does not come. */
let isDown = true;
let asked = 0;
vi.mock('../camera/Camera.tsx', () => ({
  get Camera() {
    asked += 1;
    if (isDown) throw new TypeError('Failed to fetch dynamically imported module.');
    return () => <p>The camera</p>;
  },
}));

async function renderCamera(screenNow: StepScreen = cameraScreen) {
  const { LazyCamera } = await import('./LazyCamera.tsx');
  const { StepStage } = await import('../testing/StepStage.tsx');
  const onFile = vi.fn<(file: File) => void>();
  const element = (now: StepScreen) => (
    <StepStage step={{ screen: now, chooseFile: onFile }}>
      <LazyCamera />
    </StepStage>
  );
  const { rerender } = render(element(screenNow));
  return { onFile, show: () => rerender(element(cameraScreen)) };
}

beforeEach(() => {
  isDown = true;
  asked = 0;
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: Object, enumerateDevices: Object }, configurable: true });
  vi.resetModules();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

describe('LazyCamera', () => {
  it('offers another try and a file when the camera does not load, and goes on when it does', async () => {
    const { onFile } = await renderCamera();
    expect(await screen.findByRole('heading', { name: en['camera.blocked'] })).toBeTruthy();
    const file = new File(['x'], 'card.jpg', { type: 'image/jpeg' });
    fireEvent.change(document.querySelector('input[type="file"]') ?? document.body, { target: { files: [file] } });
    expect(onFile).toHaveBeenCalledWith(file);
    isDown = false;
    fireEvent.click(screen.getByRole('button', { name: en['action.tryAgain'] }));
    expect(await screen.findByText('The camera')).toBeTruthy();
  });

  it('says nothing of a failure before the camera is wanted, and asks once more then', async () => {
    const { show } = await renderCamera({ name: 'instructions' });
    await vi.waitFor(() => expect(asked).toBe(1));
    expect(screen.queryByRole('heading')).toBeNull();
    isDown = false;
    show();
    expect(await screen.findByText('The camera')).toBeTruthy();
  });

  it.each<[string, StepScreen]>([
    ['the step is accepted', { name: 'accepted', step: { status: 'accepted' } }],
    ['its pictures are being looked at', { name: 'processing', step: { status: 'processing', error: null } }],
    ['nobody knows yet where it stands', { name: 'loading' }],
  ])('is not fetched while %s', async (_name, over) => {
    const { show } = await renderCamera(over);
    isDown = false;
    // A fetch that was begun would be the first of two.
    show();
    expect(await screen.findByText('The camera')).toBeTruthy();
    expect(asked).toBe(1);
  });

  it('is not fetched ahead where there is no camera', async () => {
    Reflect.deleteProperty(navigator, 'mediaDevices');
    const { show } = await renderCamera({ name: 'instructions' });
    isDown = false;
    show();
    expect(await screen.findByText('The camera')).toBeTruthy();
    expect(asked).toBe(1);
  });
});
