import { en } from '../messages/en.ts';
import { pressByKeyboard } from '../testing/pressByKeyboard.ts';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { SelfieStep } from './SelfieStep.tsx';

const meta = {
  title: 'Steps/SelfieStep',
  component: SelfieStep,
  args: { stepId: '10', onContinue: fn(), onVerdict: fn() },
} satisfies Meta<typeof SelfieStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

const openCamera = async () => {
  await click('Open the camera');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Take the picture' })).toBeEnabled(), { timeout: 5_000 });
};

const takeSelfie = async () => {
  await openCamera();
  await click('Take the picture');
  await screen.findByRole('img', { name: 'Your selfie' }, { timeout: 5_000 });
};

export const Instructions: Story = {
  play: async () => {
    await screen.findByRole('heading', { name: 'Take a selfie' });
  },
};

export const Camera: Story = {
  play: openCamera,
};

export const WithoutFaceFinder: Story = {
  // Asked for in vain: nobody looks for the face.
  args: { autoCapture: { holdMs: 0, settleMs: 0 } },
  parameters: { stage: { camera: { scene: 'desk' } } },
  play: async () => {
    await openCamera();
    await waitFor(() => expect(document.querySelector('.sf-hint')).toHaveTextContent('Face in the oval? Then take it'), { timeout: 8_000 });
    await expect(document.querySelector('.sf-viewfinder')).toHaveAttribute('data-tone', 'neutral');
    await expect(screen.queryByRole('switch')).toBeNull();
    await expect(screen.getByRole('button', { name: 'Take the picture' })).toBeEnabled();
  },
};

export const CameraDenied: Story = {
  parameters: { stage: { camera: { outcome: 'denied' } } },
  play: async () => {
    await click('Open the camera');
    await expect(await screen.findByRole('alert')).toHaveTextContent('The camera is blocked for this site');
  },
};

export const Review: Story = {
  play: async () => {
    await takeSelfie();
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Is your face clear?' })).toBeVisible());
  },
};

export const Processing: Story = {
  parameters: { stage: { submitted: ['10'], processingMs: 3_600_000 } },
  play: async () => {
    await screen.findByRole('heading', { name: 'Checking your selfie' });
  },
};

export const Accepted: Story = {
  parameters: { stage: { submitted: ['10'], processingMs: 0 } },
  play: async () => {
    await screen.findByRole('heading', { name: 'Selfie accepted' });
  },
};

export const Rejected: Story = {
  parameters: { stage: { scenario: 'selfie-rejected-then-approved', submitted: ['10'], processingMs: 0 } },
  play: async () => {
    await expect(await screen.findByRole('button', { name: 'Take a new picture' })).toBeEnabled();
  },
};

export const WholeStep: Story = {
  parameters: { stage: { processingMs: 500 } },
  play: async () => {
    await takeSelfie();
    await click('Send');
    await screen.findByRole('heading', { name: 'Selfie accepted' }, { timeout: 8_000 });
  },
};

/** Without a pointer from the first screen to the last, away from the camera and back to it. */
export const KeyboardAlone: Story = {
  parameters: { stage: { processingMs: 300 } },
  play: async ({ args }) => {
    await pressByKeyboard(en['action.openCamera']);
    await pressByKeyboard(en['action.back']);
    await pressByKeyboard(en['action.openCamera'], ' ');
    await pressByKeyboard(en['action.takePicture'], ' ');
    await pressByKeyboard(en['action.send']);
    await screen.findByRole('heading', { name: en['selfie.accepted'] }, { timeout: 12_000 });
    await pressByKeyboard(en['action.continue']);
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};
