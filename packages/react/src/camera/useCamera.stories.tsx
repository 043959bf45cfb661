import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import { useFrameGuidance } from '../guidance/useFrameGuidance.ts';
import { useCamera } from './useCamera.ts';

/** A camera with a plain video, and nothing of Stepframe's looks: where it stands, and what can be done there. */
function HeadlessCamera({ isOpen, autoCapture = false }: { readonly isOpen: boolean; readonly autoCapture?: boolean }): ReactNode {
  const [taken, setTaken] = useState(0);
  const camera = useCamera({ facing: 'environment', isWanted: isOpen });
  const { state } = camera;
  const { videoRef: show } = camera.port;
  const guide = useFrameGuidance({
    video: state.status === 'live' ? state.video : null,
    subject: 'document',
    autoCapture: autoCapture && { holdMs: 600, settleMs: 300 },
    onCapture: (frame) => {
      frame.close();
      setTaken((count) => count + 1);
    },
  });
  return (
    <section aria-label="Camera">
      <p>
        Status: <output>{state.status}</output>
      </p>
      <p>
        Automatic capture: <output>{`automatic ${guide.autoCapture}`}</output>
      </p>
      <p>{`Pictures taken: ${taken}`}</p>
      <video ref={show} aria-label="Live picture" muted playsInline style={{ maxWidth: '100%', maxHeight: '60vh' }} />
      {state.status === 'blocked' && <p>{state.error.code}</p>}
      {(state.status === 'blocked' || state.status === 'interrupted') && (
        <button type="button" onClick={camera.retry}>
          Try again
        </button>
      )}
      {camera.switchCamera && (
        <button type="button" onClick={camera.switchCamera}>
          Switch camera
        </button>
      )}
      <button type="button" disabled={state.status !== 'live'} onClick={() => void guide.takeNow()}>
        Take
      </button>
      <button type="button" onClick={() => guide.switchAutoCapture(guide.autoCapture === 'off')}>
        Automatic
      </button>
    </section>
  );
}

const meta = {
  title: 'Hooks/useCamera',
  component: HeadlessCamera,
  args: { isOpen: true },
} satisfies Meta<typeof HeadlessCamera>;

export default meta;
type Story = StoryObj<typeof meta>;

const status = (name: string) => screen.findByText(name, { selector: 'output' }, { timeout: 12_000 });

export const Off: Story = {
  args: { isOpen: false },
  play: async () => {
    await status('off');
  },
};

export const Opening: Story = {
  parameters: { stage: { camera: { outcome: 'late' } } },
  play: async () => {
    await status('opening');
    await expect(screen.getByRole('button', { name: 'Take' })).toBeDisabled();
  },
};

export const Live: Story = {
  play: async () => {
    await status('live');
    await userEvent.click(screen.getByRole('button', { name: 'Take' }));
    await screen.findByText('Pictures taken: 1', undefined, { timeout: 5_000 });
  },
};

export const Interrupted: Story = {
  play: async ({ loaded }) => {
    await status('live');
    loaded['stage'].camera.mute();
    await status('interrupted');
  },
};

export const Blocked: Story = {
  parameters: { stage: { camera: { outcome: 'denied' } } },
  play: async () => {
    await status('blocked');
    await expect(screen.getByText('camera/denied')).toBeVisible();
  },
};

/** Nothing lies before the camera, so it goes on looking. */
export const AutomaticSearching: Story = {
  args: { autoCapture: true },
  parameters: { stage: { sight: { scene: 'desk', surface: 'felt' } } },
  play: async () => {
    await status('live');
    await status('automatic searching');
    await userEvent.click(screen.getByRole('button', { name: 'Automatic' }));
    await status('automatic off');
  },
};

/** A card lies still: it is held in sight, taken, and then rests until something changes. */
export const AutomaticTaken: Story = {
  args: { autoCapture: true },
  play: async () => {
    await screen.findByText('Pictures taken: 1', undefined, { timeout: 12_000 });
  },
};
