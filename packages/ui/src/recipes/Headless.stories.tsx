import { type StepScreen, useCamera, useCaptureStep, useFrameGuidance } from '@stepframe/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import './headless.css';

type CameraScreen = Extract<StepScreen, { name: 'camera' | 'file' }>;

/** The live picture with what guidance says of it. */
function OwnCamera({
  shown,
  onFrame,
}: {
  readonly shown: CameraScreen;
  readonly onFrame: Parameters<typeof useFrameGuidance>[0]['onCapture'];
}) {
  const { state, port, retry } = useCamera({ facing: 'environment' });
  const { videoRef: show } = port;
  const guide = useFrameGuidance({ video: state.status === 'live' ? state.video : null, subject: 'document', onCapture: onFrame });
  if (state.status === 'blocked') {
    return (
      <p role="alert">
        {state.error.message}
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <>
      <video ref={show} aria-label="Live picture" muted playsInline />
      <p aria-live="polite">{guide.hint ?? 'Looking…'}</p>
      <button type="button" disabled={state.status !== 'live' || shown.capture.status === 'preparing'} onClick={() => void guide.takeNow()}>
        Take it
      </button>
    </>
  );
}

/**
 * Nothing of ours but the hooks: `useCaptureStep` says which screen is due and what can be done there, `useCamera` and `useFrameGuidance` film
 * and judge. Not one import from `@stepframe/ui`.
 */
function Headless(): ReactNode {
  const { screen: shown, capture, step, send } = useCaptureStep('0');
  return (
    <section className="headless" aria-label="Document">
      <p className="headless-state">{shown.name}</p>
      {(shown.name === 'instructions' || shown.name === 'rejected') && (
        <button type="button" onClick={() => capture.begin('camera')}>
          Begin
        </button>
      )}
      {shown.name === 'camera' && <OwnCamera shown={shown} onFrame={(frame) => capture.take(frame)} />}
      {shown.name === 'review' && (
        <>
          <p>{`${shown.capture.pictures.front?.widthPx} × ${shown.capture.pictures.front?.heightPx} px`}</p>
          <button type="button" onClick={send}>
            Send it
          </button>
          <button type="button" onClick={() => capture.retake('front')}>
            Again
          </button>
        </>
      )}
      {shown.name === 'uploading' && <progress aria-label="Sent" value={shown.step.progress} />}
      {shown.name === 'rejected' && <p>{shown.step.feedback.title}</p>}
      {step.status === 'failed' && step.retryable && (
        <button type="button" onClick={step.retry}>
          Try again
        </button>
      )}
    </section>
  );
}

const meta = { title: 'Recipes/Headless with own UI', component: Headless } satisfies Meta<typeof Headless>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));

export const WholeStep: Story = {
  parameters: { stage: { processingMs: 300 } },
  play: async () => {
    await click('Begin');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Take it' })).toBeEnabled(), patience);
    await click('Take it');
    await click('Send it');
    await screen.findByText('accepted', undefined, patience);
  },
};
