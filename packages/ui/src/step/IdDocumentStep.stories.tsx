import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, fn, screen, spyOn, userEvent, waitFor } from 'storybook/test';
import type { CameraVideoProps } from '../camera/CameraVideo.tsx';
import { en } from '../messages/en.ts';
import { pressByKeyboard } from '../testing/pressByKeyboard.ts';
import { IdDocumentStep } from './IdDocumentStep.tsx';

const meta = {
  title: 'Steps/IdDocumentStep',
  component: IdDocumentStep,
  args: { stepId: '0', sides: 1, onContinue: fn(), onVerdict: fn() },
} satisfies Meta<typeof IdDocumentStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }, { timeout: 5_000 }));

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
  await screen.findByRole('button', { name: /Choose a.* photo/ }, { timeout: 5_000 });
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

/** In place of react-webcam. */
function PlainVideo({ videoRef, mirrored, label }: CameraVideoProps): ReactNode {
  return (
    <video
      ref={videoRef}
      className="sf-video plain"
      aria-label={label}
      autoPlay
      muted
      playsInline
      style={mirrored ? { transform: 'scaleX(-1)' } : {}}
    />
  );
}

export const CameraWithOwnVideo: Story = {
  args: { video: PlainVideo, autoCapture: false },
  play: async () => {
    await openCamera();
    const videos = [...document.querySelectorAll('video')];
    await expect(videos.map(({ className, videoWidth }) => [className, videoWidth])).toEqual([['sf-video plain', 1280]]);
    await expect(videos[0]).toBeVisible();
    await click('Take the picture');
    await seePicture('Your picture of the front');
  },
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
    await title('Can you read everything?');
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
    await waitFor(() => expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0.45'), { timeout: 5_000 });
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

const card = () => drawSpecimenFile({ kind: 'card-front' });
const sendCard = async () => {
  await chooseFile(await card());
  await click('Send');
};

/** Nothing can have arrived, so it is sent again by itself, for a while. */
export const ConnectionLost: Story = {
  parameters: { stage: { upload: 'offline' } },
  play: async () => {
    await sendCard();
    await title(en['uploading.pausing.title']);
    await expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
    await expect(screen.queryByRole('progressbar')).toBeNull();
  },
};

/** It may have arrived, and the summary does not show it: that is for the person to say. */
export const NotSentYet: Story = {
  play: async ({ loaded }) => {
    loaded['stage'].sandbox.inject({ operation: 'processStep', fault: { effect: { status: 503 } } });
    await sendCard();
    await title('Not sent yet');
    await expect(screen.getByRole('button', { name: 'Send again' })).toBeEnabled();
    await expect(screen.getAllByText(/Your picture is kept/)[0]).toBeInTheDocument();
  },
};

/** It may have arrived, and the summary, which would tell, does not answer. */
export const AnswerLost: Story = {
  play: async ({ loaded }) => {
    const { sandbox } = loaded['stage'];
    await chooseFile(await card());
    sandbox.inject({ operation: 'processStep', fault: { effect: { status: 503 } } });
    sandbox.inject({ operation: 'summary', fault: { delayMs: 3_600_000, effect: 'stall' } });
    await click('Send');
    await title(en['uploading.checking.title']);
  },
};

export const Offline: Story = {
  play: async () => {
    await chooseFile(await card());
    const isOnline = spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await click('Send');
    await title(en['uploading.offline.title']);
    isOnline.mockRestore();
  },
};

export const SentElsewhere: Story = {
  play: async ({ loaded }) => {
    const name = `stepframe ${loaded['stage'].journeyId} 0`;
    let letGo = () => {};
    void navigator.locks.request(name, () => new Promise<void>((resolve) => (letGo = resolve)));
    await sendCard();
    await title(en['uploading.elsewhere.title']);
    await click('Cancel');
    await seePicture('Your picture of the front');
    letGo();
  },
};

/** The very bytes that were rejected are not sent again without the person's word. */
export const SamePicture: Story = {
  parameters: { stage: { scenario: 'rejected-cropped-then-approved', processingMs: 0 } },
  play: async ({ loaded }) => {
    const same = await card();
    await chooseFile(same);
    await click('Send');
    await title('A part of the document is missing');
    await chooseFile(same);
    await click('Send');
    await title(en['same.title']);
    await expect(loaded['stage'].sandbox.submissions()).toHaveLength(1);
    const ways = screen.getAllByRole('button').map(({ textContent }) => textContent);
    await expect(ways).toEqual([en['action.chooseAnotherFile'], en['action.sendAnyway'], en['action.back']]);
  },
};

export const SamePictureReplaced: Story = {
  parameters: SamePicture.parameters ?? {},
  play: async (context) => {
    await SamePicture.play?.(context);
    await chooseFile(await drawSpecimenFile({ kind: 'card-back' }));
    await click('Send');
    await title('Document accepted');
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

const openFiles = async () => {
  await chooseFile(new File(['%PDF-1.7\n'], 'passport.jpg', { type: 'image/jpeg' }));
  await screen.findByRole('alert');
};

const carry = async (file: File) => {
  const carried = new DataTransfer();
  carried.items.add(file);
  return carried;
};

export const FileDropped: Story = {
  play: async () => {
    await openFiles();
    const area = screen.getByText(en['file.drop']).closest('.sf-drop');
    const dataTransfer = await carry(await card());
    area?.dispatchEvent(new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer }));
    await screen.findByText(en['file.dropNow']);
    area?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    await seePicture('Your picture of the front');
  },
};

export const FilePasted: Story = {
  play: async () => {
    await openFiles();
    const clipboardData = await carry(await card());
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    await seePicture('Your picture of the front');
  },
};

export const InsideAnotherApp: Story = {
  beforeEach: () => {
    const agent = 'Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
    const userAgent = spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent);
    const copying = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    return () => {
      userAgent.mockRestore();
      copying.mockRestore();
    };
  },
  play: async () => {
    await screen.findByText(en['inApp.title'], undefined, { timeout: 5_000 });
    await click(en['action.copyLink']);
    await screen.findByText(en['inApp.copied']);
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith(location.href);
  },
};

/** Both sides, without a pointer from the first screen to the last. */
/** A phone whose page has no camera: the system's own camera app may have one. */
export const CameraApp: Story = {
  parameters: { stage: { camera: { outcome: 'denied' } } },
  beforeEach: () => {
    Object.defineProperty(HTMLInputElement.prototype, 'capture', { configurable: true, value: '' });
    return () => Reflect.deleteProperty(HTMLInputElement.prototype, 'capture');
  },
  play: async () => {
    await click('Open the camera');
    const button = await screen.findByRole('button', { name: en['action.useCameraApp'] }, { timeout: 5_000 });
    const input = button.nextElementSibling as HTMLInputElement;
    await expect(input).toHaveAttribute('capture', 'environment');
    await userEvent.upload(input, await drawSpecimenFile({ kind: 'card-front' }), { applyAccept: false });
    await seePicture('Your picture of the front');
  },
};

export const KeyboardAlone: Story = {
  args: { sides: 2, autoCapture: false },
  parameters: { stage: { processingMs: 300 } },
  play: async ({ args }) => {
    await pressByKeyboard(en['action.openCamera']);
    await pressByKeyboard(en['action.takePicture'], ' ');
    await pressByKeyboard(en['action.next'].replace('{side}', en['document.back']), ' ');
    await pressByKeyboard(en['action.takePicture']);
    await pressByKeyboard(en['action.retakeSide'].replace('{side}', en['document.front']));
    await pressByKeyboard(en['action.keep']);
    await pressByKeyboard(en['action.sendBoth']);
    await title(en['document.accepted']);
    await pressByKeyboard(en['action.continue']);
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};
