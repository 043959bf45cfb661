import type { StepScreen } from '@stepframe/react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../messages/en.ts';
import { MessagesContext } from '../messages/useMessages.ts';
import type { StepCameraProps } from './StepCamera.tsx';

const nothing = () => {};
const taking = { status: 'taking', source: 'camera', side: 'front', pictures: {}, problem: null } as const;
const actions = { begin: nothing, take: nothing, retake: nothing, leave: nothing, approve: nothing, clear: nothing };

/** As often as the network is down, the module does not come. */
let isDown = true;
vi.mock('./StepCamera.tsx', () => ({
  get StepCamera() {
    if (isDown) throw new TypeError('Failed to fetch dynamically imported module.');
    return () => <p>The camera</p>;
  },
}));

async function renderCamera(props: Partial<StepCameraProps> = {}) {
  const { LazyStepCamera } = await import('./LazyStepCamera.tsx');
  const cameraScreen: StepScreen = { name: 'camera', capture: taking };
  const onFile = vi.fn<(file: File) => void>();
  const element = (more: Partial<StepCameraProps> = {}) => (
    <MessagesContext.Provider value={en}>
      <LazyStepCamera kind="document" screen={cameraScreen} capture={{ ...taking, ...actions }} onFile={onFile} {...props} {...more} />
    </MessagesContext.Provider>
  );
  const { rerender } = render(element());
  return { onFile, show: () => rerender(element({ screen: cameraScreen })) };
}

beforeEach(() => {
  isDown = true;
  vi.resetModules();
});
afterEach(cleanup);

describe('LazyStepCamera', () => {
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
    const { show } = await renderCamera({ screen: { name: 'instructions' } });
    await Promise.resolve();
    expect(screen.queryByRole('heading')).toBeNull();
    isDown = false;
    show();
    expect(await screen.findByText('The camera')).toBeTruthy();
  });
});
