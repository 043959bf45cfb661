import type { ImageDecoders } from '@stepframe/core/capture';
import { drawPhonePhoto } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import type { Side } from './captureReducer.ts';
import { useCapture } from './useCapture.ts';

const bothSides: readonly Side[] = ['front', 'back'];

/** A photo that takes for ever. */
const endless: ImageDecoders = { 'image/heic': () => new Promise(() => {}) };
const heic = new File([new Uint8Array([0, 0, 0, 24]), 'ftypheic\0\0\0\0mif1heic'], 'card.heic');

/** A capture with an own interface: every state and its actions. */
function HeadlessCapture(): ReactNode {
  const capture = useCapture({ sides: bothSides, decoders: endless });
  return (
    <section aria-label="Capture">
      <p>
        Status: <output>{capture.status}</output>
      </p>
      {capture.status === 'idle' && (
        <button type="button" onClick={() => capture.begin('file')}>
          Begin
        </button>
      )}
      {capture.status === 'taking' && (
        <>
          <p>{capture.problem ? capture.problem.code : `Waiting for the ${capture.side}`}</p>
          <button type="button" onClick={() => void drawPhonePhoto({ kind: 'card-front' }).then(capture.take)}>
            Take a specimen
          </button>
          <button type="button" onClick={() => capture.take(new File(['not a picture'], 'card.jpg', { type: 'text/plain' }))}>
            Take a text file
          </button>
          <button type="button" onClick={() => capture.take(heic)}>
            Take a photo that takes long
          </button>
        </>
      )}
      {capture.status === 'reviewing' && (
        <>
          <ul>
            {Object.entries(capture.pictures).map(([side, { widthPx, heightPx, preparation }]) => (
              <li key={side}>
                {side}: {widthPx} × {heightPx} px, turned by orientation {preparation.orientation}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => capture.retake(capture.side)}>
            Retake
          </button>
          {capture.missing && (
            <button type="button" onClick={capture.approve}>
              Next
            </button>
          )}
        </>
      )}
    </section>
  );
}

const meta = { title: 'Hooks/useCapture', component: HeadlessCapture } satisfies Meta<typeof HeadlessCapture>;

export default meta;
type Story = StoryObj<typeof meta>;

const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

export const Idle: Story = {
  play: async () => {
    await screen.findByText('idle');
  },
};

export const Taking: Story = {
  play: async () => {
    await click('Begin');
    await screen.findByText('Waiting for the front');
  },
};

export const Preparing: Story = {
  play: async () => {
    await click('Begin');
    await click('Take a photo that takes long');
    await screen.findByText('preparing', undefined, { timeout: 5_000 });
  },
};

export const Refused: Story = {
  play: async () => {
    await click('Begin');
    await click('Take a text file');
    await screen.findByText('image/unsupported-type', undefined, { timeout: 5_000 });
  },
};

export const BothSides: Story = {
  play: async () => {
    await click('Begin');
    await click('Take a specimen');
    await screen.findByText('front: 1080 × 1920 px, turned by orientation 6', undefined, { timeout: 5_000 });
    await click('Next');
    await click('Take a specimen');
    await screen.findByText('back: 1080 × 1920 px, turned by orientation 6', undefined, { timeout: 5_000 });
    await expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
  },
};
