import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { IdDocumentStep } from './IdDocumentStep.tsx';

const meta = {
  title: 'Steps/IdDocumentStep',
  component: IdDocumentStep,
  args: { stepId: '0', sides: 1, onContinue: fn(), onVerdict: fn() },
} satisfies Meta<typeof IdDocumentStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

const openCamera = async () => {
  await click('Open the camera');
  // Enabled by the first real frame, not by the permission.
  await waitFor(() => expect(screen.getByRole('button', { name: 'Take the picture' })).toBeEnabled(), { timeout: 5_000 });
};

const takePicture = async () => {
  await openCamera();
  await click('Take the picture');
  await screen.findByRole('img', { name: /Your picture of the/ }, { timeout: 5_000 });
};

/** Shown in the end: a screen fades in. */
const seePicture = async (name: string) => {
  const picture = await screen.findByRole('img', { name }, { timeout: 5_000 });
  await waitFor(() => expect(picture).toBeVisible());
};

const title = (name: string) => screen.findByRole('heading', { name }, { timeout: 8_000 });

/** Chooses a file as the system's dialog would, past the filter of the input. */
const chooseFile = async (file: File) => {
  await screen.findByRole('button', { name: /Choose a.* photo/ });
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input) await userEvent.upload(input, file, { applyAccept: false });
};

export const Instructions: Story = {
  play: async () => {
    await title('Photograph your document');
  },
};

export const Loading: Story = {
  parameters: { stage: { summary: 'unread' } },
  play: async () => {
    await title('Loading…');
  },
};

export const Unreachable: Story = {
  parameters: { stage: { summary: 'unreachable' } },
  play: async () => {
    await screen.findByRole('heading', { name: 'We cannot reach the service' }, { timeout: 12_000 });
  },
};

export const Camera: Story = {
  play: openCamera,
};

export const CameraOpening: Story = {
  parameters: { stage: { camera: { outcome: 'late' } } },
  play: async () => {
    await click('Open the camera');
    await expect(await screen.findByRole('button', { name: 'Take the picture' })).toBeDisabled();
  },
};

export const CameraDenied: Story = {
  parameters: { stage: { camera: { outcome: 'denied' } } },
  play: async () => {
    await click('Open the camera');
    await expect(await screen.findByRole('alert')).toHaveTextContent('The camera is blocked for this site');
    await expect(screen.getByRole('button', { name: 'Choose a photo instead' })).toBeEnabled();
  },
};

export const CameraMissing: Story = {
  parameters: { stage: { camera: { outcome: 'missing' } } },
  play: async () => {
    await click('Open the camera');
    await expect(await screen.findByRole('alert')).toHaveTextContent('No camera was found');
  },
};

export const CameraBusy: Story = {
  parameters: { stage: { camera: { outcome: 'busy' } } },
  play: async () => {
    await click('Open the camera');
    await expect(await screen.findByRole('alert', undefined, { timeout: 5_000 })).toHaveTextContent('Another app or tab');
  },
};

export const CameraUnplugged: Story = {
  play: async ({ loaded }) => {
    await openCamera();
    loaded['stage'].camera.unplug();
    await expect(await screen.findByRole('alert')).toHaveTextContent('The camera');
    await expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
};

export const Review: Story = {
  play: async () => {
    await takePicture();
    await title('Is everything readable?');
  },
};

export const ReviewBothSides: Story = {
  args: { sides: 2 },
  play: async ({ loaded }) => {
    await takePicture();
    loaded['stage'].camera.setScene('card-back');
    await click('Next: the back');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Take the picture' })).toBeEnabled(), { timeout: 5_000 });
    await click('Take the picture');
    await seePicture('Your picture of the back');
    await seePicture('Your picture of the front');
  },
};

export const FileChosen: Story = {
  play: async () => {
    await chooseFile(await drawSpecimenFile({ kind: 'card-front' }));
    await seePicture('Your picture of the front');
  },
};

export const FileRefused: Story = {
  play: async () => {
    await chooseFile(new File(['%PDF-1.7\n'], 'passport.jpg', { type: 'image/jpeg' }));
    await expect(await screen.findByRole('alert')).toHaveTextContent('That file is a PDF');
  },
};

export const FileRefusedTwice: Story = {
  play: async () => {
    const pdf = new File(['%PDF-1.7\n'], 'passport.jpg', { type: 'image/jpeg' });
    await chooseFile(pdf);
    await screen.findByRole('alert');
    screen.getByRole('button', { name: 'Choose another photo' }).focus();
    await chooseFile(new File([], 'empty.jpg', { type: 'image/jpeg' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('That file is empty'));
    // The button stays while a file is looked at, so whoever uses the keyboard goes on from there.
    await expect(screen.getByRole('button', { name: /Choose a/ })).toHaveFocus();
  },
};

export const CameraLeft: Story = {
  play: async ({ loaded }) => {
    await openCamera();
    await click('Back');
    await title('Photograph your document');
    await waitFor(() => expect(loaded['stage'].camera.liveTracks()).toBe(0));
  },
};

export const Uploading: Story = {
  parameters: { stage: { upload: 'held' } },
  play: async () => {
    await takePicture();
    await click('Send');
    await expect(await screen.findByRole('progressbar')).toHaveAttribute('value', '0.45');
  },
};

export const UploadCancelled: Story = {
  parameters: { stage: { upload: 'held' } },
  play: async ({ loaded }) => {
    await takePicture();
    await click('Send');
    await click('Cancel');
    await seePicture('Your picture of the front');
    // The light is out, and stays out until another picture is wanted.
    await expect(loaded['stage'].camera.liveTracks()).toBe(0);
  },
};

export const ConnectionLost: Story = {
  parameters: { stage: { upload: 'offline' } },
  play: async () => {
    await takePicture();
    await click('Send');
    await title('Not sent yet');
    await expect(screen.getByRole('button', { name: 'Send again' })).toBeEnabled();
    await expect(screen.getAllByText(/Your picture is kept/)[0]).toBeInTheDocument();
  },
};

export const Processing: Story = {
  parameters: { stage: { processingMs: 3_600_000 } },
  play: async () => {
    await takePicture();
    await click('Send');
    await title('Checking your document');
  },
};

export const Accepted: Story = {
  parameters: { stage: { submitted: ['0'], processingMs: 0 } },
  play: async ({ args }) => {
    await title('Document accepted');
    await expect(args.onVerdict).toHaveBeenCalledWith({ status: 'accepted' });
    await click('Continue');
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};

export const Rejected: Story = {
  parameters: { stage: { scenario: 'rejected-cropped-then-approved', submitted: ['0'], processingMs: 0 } },
  play: async ({ args }) => {
    await title('A part of the document is missing');
    await expect(args.onVerdict).toHaveBeenCalledWith(expect.objectContaining({ status: 'rejected', canRetry: true }));
  },
};

export const RejectedWithUnknownCode: Story = {
  parameters: { stage: { scenario: 'unknown-codes', submitted: ['0'], processingMs: 0 } },
  play: async () => {
    await expect(await screen.findByRole('button', { name: 'Take a new picture' })).toBeEnabled();
  },
};

export const Concluded: Story = {
  parameters: { stage: { scenario: 'rejected-concluded', submitted: ['0', '0'], processingMs: 0 } },
  play: async () => {
    await title('Submitted');
  },
};

export const WholeStep: Story = {
  parameters: { stage: { processingMs: 500 } },
  play: async ({ loaded }) => {
    await takePicture();
    await click('Send');
    await waitFor(() => expect(loaded['stage'].camera.liveTracks()).toBe(0));
    await title('Document accepted');
  },
};
