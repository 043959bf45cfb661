import type { SceneDrawing } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { en } from '../messages/en.ts';
import { pressByKeyboard } from '../testing/pressByKeyboard.ts';
import { ProofOfAddressStep } from './ProofOfAddressStep.tsx';

/** An A4 letter on a dark table, upright and as large as fits. */
const drawLetter: SceneDrawing = (context, { widthPx, heightPx }) => {
  context.fillStyle = '#4a3a2c';
  context.fillRect(0, 0, widthPx, heightPx);
  const high = Math.min(heightPx * 0.9, ((widthPx * 0.88) / 210) * 297);
  const mm = high / 297;
  context.save();
  context.translate(widthPx / 2 - 105 * mm, (heightPx - high) / 2);
  context.scale(mm, mm);
  context.fillStyle = '#ecebe6';
  context.fillRect(0, 0, 210, 297);
  context.fillStyle = '#1d3f6e';
  context.fillRect(20, 18, 46, 12);
  context.fillStyle = '#26262a';
  for (let line = 0; line < 30; line += 1) {
    for (let x = 20; x < (line % 5 === 4 ? 120 : 186);) {
      const word = 6 + ((line * 7 + x * 3) % 13);
      context.fillRect(x, 60 + line * 7, word, 2.2);
      x += word + 3;
    }
  }
  context.restore();
};

const meta = {
  title: 'Steps/ProofOfAddressStep',
  component: ProofOfAddressStep,
  args: { stepId: 'proof_of_address', onContinue: fn(), onVerdict: fn() },
  parameters: { stage: { camera: { scene: drawLetter } } },
} satisfies Meta<typeof ProofOfAddressStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));

export const Instructions: Story = {
  play: async () => {
    await screen.findByRole('heading', { name: en['address.title'] });
    await expect(screen.queryByRole('button', { name: en['action.skip'] })).toBeNull();
  },
};

export const Camera: Story = {
  args: { autoCapture: false },
  play: async () => {
    await click(en['action.openCamera']);
    await waitFor(() => expect(document.querySelector('.sf-viewfinder')).toHaveAttribute('data-tone', 'good'), patience);
  },
};

export const TakenByItself: Story = {
  args: { sides: 2, autoCapture: { holdMs: 300, settleMs: 300 } },
  parameters: { stage: { camera: { scene: drawLetter, portrait: true } } },
  play: async () => {
    await click(en['action.openCamera']);
    const picture = await screen.findByRole('img', { name: en['address.picture.front'] }, patience);
    // Under review the sheet is seen whole, with a margin.
    const { width, height } = picture.parentElement?.getBoundingClientRect() ?? new DOMRect();
    await expect(width / height).toBeGreaterThan(0.6);
    await expect(width / height).toBeLessThan(0.85);
    await expect(screen.getByRole('button', { name: 'Next: the second page' })).toBeEnabled();
  },
};

export const Accepted: Story = {
  parameters: { stage: { submitted: ['proof_of_address'], processingMs: 0 } },
  play: async () => {
    await screen.findByRole('heading', { name: en['address.accepted'] }, patience);
  },
};

export const RejectedAndOptional: Story = {
  args: { isOptional: true },
  parameters: { stage: { scenario: 'rejected-cropped-then-approved', submitted: ['proof_of_address'], processingMs: 0 } },
  play: async () => {
    await screen.findByRole('heading', { name: en['feedback.feedback_document_cropped.title'] }, patience);
    await expect(screen.getByRole('button', { name: en['action.skip'] })).toBeEnabled();
  },
};

/** Left out in a step that stands by itself. */
export const Skipped: Story = {
  args: { isOptional: true },
  play: async ({ args }) => {
    await click(en['action.skip']);
    await screen.findByRole('heading', { name: en['skipped.title'] }, patience);
    await click(en['action.continue']);
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};

/** Two pages, without a pointer from the first screen to the last. */
export const KeyboardAlone: Story = {
  args: { sides: 2, autoCapture: false },
  parameters: { stage: { camera: { scene: drawLetter }, processingMs: 300 } },
  play: async ({ args }) => {
    await pressByKeyboard(en['action.openCamera']);
    await pressByKeyboard(en['action.takePicture'], ' ');
    await pressByKeyboard(en['action.next'].replace('{side}', en['address.back']));
    await pressByKeyboard(en['action.takePicture']);
    await pressByKeyboard(en['action.sendBoth']);
    await screen.findByRole('heading', { name: en['address.accepted'] }, patience);
    await pressByKeyboard(en['action.continue'], ' ');
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};
