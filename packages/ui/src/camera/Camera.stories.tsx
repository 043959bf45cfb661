import type { Box, FaceFinder, FrameIssue } from '@stepframe/core/capture';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { en } from '../messages/en.ts';
import { fillText } from '../messages/fillText.ts';
import { IdDocumentStep } from '../step/IdDocumentStep.tsx';
import { SelfieStep } from '../step/SelfieStep.tsx';

const meta = {
  title: 'Steps/Camera',
  component: IdDocumentStep,
  // Hints stay long enough to be looked at.
  args: { stepId: '0', sides: 1, autoCapture: false, onContinue: fn(), onVerdict: fn() },
} satisfies Meta<typeof IdDocumentStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 15_000 };
const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }, patience));
const shutter = () => screen.getByRole('button', { name: en['action.takePicture'] });
const openCamera = async () => {
  await click(en['action.openCamera']);
  await waitFor(() => expect(shutter()).toBeEnabled(), patience);
};

/** The hint over the picture; a screen reader is told it elsewhere. */
const hint = () => document.querySelector('.sf-hint')?.textContent ?? '';
const seeHint = (words: string) => waitFor(() => expect(hint()).toContain(words), patience);
const review = () => screen.findByRole('heading', { name: en['document.review.title'] }, patience);

function hintStory(issue: FrameIssue | 'good', sight: object): Story {
  return {
    parameters: { stage: { sight } },
    play: async () => {
      await openCamera();
      await seeHint(en[`hint.${issue}`]);
      // The hint is advice: the shutter works all the same.
      await expect(shutter()).toBeEnabled();
    },
  };
}

export const HintGood: Story = hintStory('good', {});
export const HintNoDocument: Story = hintStory('no-document', { scene: 'desk', surface: 'felt' });
export const HintCutOff: Story = hintStory('cut-off', { surface: 'felt', placement: { x: 0.25 } });
export const HintTooFar: Story = hintStory('too-far', { surface: 'felt', placement: { size: 0.32 } });
export const HintTooClose: Story = hintStory('too-close', { surface: 'felt', placement: { size: 1.3 } });
export const HintTilted: Story = hintStory('tilted', { surface: 'felt', placement: { recede: 0.3, size: 0.9 } });
export const HintDark: Story = hintStory('dark', { flaw: 'dark' });
export const HintBright: Story = {
  ...hintStory('bright', { scene: 'face', flaw: 'bright' }),
  render: () => <SelfieStep stepId="10" />,
};
export const HintGlare: Story = hintStory('glare', { flaw: 'glare' });
export const HintBlurred: Story = hintStory('blurred', { flaw: 'blurred' });
export const HintMoving: Story = hintStory('moving', { shake: 0.05 });

/** A finder that sees what the story says. */
function faceStory(issue: FrameIssue, ...faces: readonly Box[]): Story {
  const faceFinder: FaceFinder = { find: async () => faces, close: () => {} };
  return {
    render: () => <SelfieStep stepId="10" faceFinder={faceFinder} />,
    play: async () => {
      await openCamera();
      await seeHint(en[`hint.${issue}`]);
    },
  };
}

const face: Box = { x: 500, y: 180, width: 280, height: 360 };
export const HintNoFace: Story = faceStory('no-face');
export const HintSeveralFaces: Story = faceStory('several-faces', face, { ...face, x: 100 });
export const HintFaceTooFar: Story = faceStory('face-too-far', { x: 600, y: 330, width: 60, height: 80 });
export const HintFaceTooClose: Story = faceStory('face-too-close', { x: 300, y: 10, width: 640, height: 690 });
export const HintFaceOffCentre: Story = faceStory('face-off-centre', { ...face, x: 60 });
export const HintFaceCutOff: Story = faceStory('face-cut-off', { ...face, y: -90 });

export const HeldUpright: Story = {
  args: { autoCapture: { holdMs: 120_000, settleMs: 0 } },
  parameters: { stage: { camera: { portrait: true } } },
  play: async () => {
    await openCamera();
    await seeHint(en['hint.hold']);
  },
};

/** Stands still at a part of its way. */
export const Countdown: Story = {
  args: { autoCapture: { holdMs: 120_000, settleMs: 0 } },
  play: async () => {
    await openCamera();
    await seeHint(en['hint.hold']);
    await expect(screen.getByRole('switch', { name: en['camera.automatic'] })).toBeChecked();
  },
};

export const AutomaticCapture: Story = {
  args: { autoCapture: true },
  play: async ({ loaded }) => {
    await openCamera();
    await review();
    // Kept for the other side, or for another try.
    await expect(loaded['stage'].camera.liveTracks()).toBe(1);
  },
};

export const AutomaticCaptureOfBothSides: Story = {
  args: { autoCapture: { holdMs: 400, settleMs: 200 }, sides: 2 },
  parameters: { stage: { sight: { surface: 'felt' } } },
  play: async ({ loaded }) => {
    const { camera } = loaded['stage'];
    await openCamera();
    await review();
    await click(/^Next/);
    // The front still lies there, and is not taken for the back.
    await waitFor(() => expect(shutter()).toBeEnabled(), patience);
    await seeHint(en['document.hint.back']);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await expect(shutter()).toBeEnabled();
    camera.setScene('blank');
    await waitFor(() => expect(hint()).not.toContain(en['document.hint.back']), patience);
    camera.setScene('card-back');
    await screen.findByRole('img', { name: en['document.picture.back'] }, patience);
    // One stream from front to back.
    await expect(camera.requests).toHaveLength(1);
  },
};

export const AutomaticCaptureSwitchedOff: Story = {
  args: { autoCapture: true },
  play: async () => {
    await openCamera();
    const automatic = screen.getByRole('switch', { name: en['camera.automatic'] });
    await userEvent.click(automatic);
    await expect(automatic).not.toBeChecked();
    await seeHint(en['hint.good']);
    await click(en['action.back']);
    await openCamera();
    // Remembered for the step.
    await expect(screen.getByRole('switch', { name: en['camera.automatic'] })).not.toBeChecked();
  },
};

/** A device that cannot look often enough; here the demand is out of reach. */
export const AutomaticCaptureTooSlow: Story = {
  args: { autoCapture: { minFps: 1_000 } },
  parameters: { stage: { sight: { flaw: 'glare' } } },
  play: async () => {
    await openCamera();
    await waitFor(() => expect(screen.getAllByText(en['camera.slow'])[0]).toBeVisible(), patience);
    // As the person left it: pictures are taken automatically again when the device has recovered.
    await expect(screen.getByRole('switch', { name: en['camera.automatic'] })).toBeChecked();
    await seeHint(en['hint.glare']);
    await expect(shutter()).toBeEnabled();
  },
};

export const GateRefuses: Story = {
  args: { gate: { tries: 2 } },
  parameters: { stage: { sight: { flaw: 'glare' } } },
  play: async () => {
    await openCamera();
    await seeHint(en['hint.glare']);
    await userEvent.click(shutter());
    await seeHint(`${en['hint.glare']}, then press again.`);
  },
};

export const GateOpens: Story = {
  args: { gate: { tries: 2 } },
  parameters: { stage: { sight: { flaw: 'glare' } } },
  play: async () => {
    await openCamera();
    await seeHint(en['hint.glare']);
    await userEvent.click(shutter());
    await seeHint('then press again');
    await userEvent.click(shutter());
    await seeHint('pressing again takes it anyway');
    await userEvent.click(shutter());
    await review();
  },
};

export const Interrupted: Story = {
  play: async ({ loaded }) => {
    await openCamera();
    loaded['stage'].camera.mute();
    await waitFor(() => expect(screen.getAllByText(en['camera.interrupted'])[0]).toBeVisible(), patience);
    await expect(screen.getByRole('button', { name: en['action.tryAgain'] })).toBeEnabled();
    await expect(screen.getByRole('button', { name: en['action.chooseFile'] })).toBeEnabled();
    await expect(screen.getByRole('button', { name: en['action.switchCamera'] })).toBeEnabled();
  },
};

export const ComesBackByItself: Story = {
  play: async ({ loaded }) => {
    const { camera } = loaded['stage'];
    await openCamera();
    camera.mute();
    await waitFor(() => expect(screen.getAllByText(en['camera.interrupted'])[0]).toBeVisible(), patience);
    camera.unmute();
    await waitFor(() => expect(shutter()).toBeEnabled(), patience);
  },
};

export const ManyCameras: Story = {
  parameters: {
    stage: { camera: { permission: 'granted', devices: ['Desk camera', 'Built-in camera', 'Capture card'].map((label) => ({ label })) } },
  },
  play: async () => {
    await openCamera();
    const list = await screen.findByRole('combobox', { name: en['camera.list'] }, patience);
    await userEvent.selectOptions(list, 'Capture card');
    await waitFor(() => expect(screen.getByRole('combobox', { name: en['camera.list'] })).toHaveDisplayValue('Capture card'), patience);
    await waitFor(() => expect(shutter()).toBeEnabled(), patience);
  },
};

export const Light: Story = {
  play: async () => {
    await openCamera();
    const light = await screen.findByRole('button', { name: en['camera.torch'] });
    await userEvent.click(light);
    await waitFor(() => expect(light).toHaveAttribute('aria-pressed', 'true'));
  },
};

export const Zoom: Story = {
  parameters: {
    stage: { camera: { devices: [{ label: 'Fake back camera', facing: 'environment', torch: true, zoom: { min: 1, max: 4 } }] } },
  },
  play: async () => {
    await openCamera();
    await click('Zoom 1×');
    await click('Zoom 2×');
    await click('Zoom 3×');
    await screen.findByRole('button', { name: 'Zoom 1×' }, patience);
  },
};

function blockedStory(outcome: string, code: 'denied' | 'dismissed' | 'denied-by-system' | 'not-found' | 'in-use'): Story {
  return {
    parameters: { stage: { camera: { outcome } } },
    play: async () => {
      await click(en['action.openCamera']);
      await expect(await screen.findByRole('alert', undefined, patience)).toHaveTextContent(
        code === 'denied' ? en['error.camera/denied.chromium'] : en[`error.camera/${code}`],
      );
      await expect(screen.getByRole('button', { name: en['action.tryAgain'] })).toBeEnabled();
      await expect(screen.getByRole('button', { name: en['action.chooseFileInstead'] })).toBeEnabled();
    },
  };
}

export const BlockedAgain: Story = {
  parameters: { stage: { camera: { outcome: 'denied' } } },
  play: async () => {
    await click(en['action.openCamera']);
    for (const number of [2, 3]) {
      await click(en['action.tryAgain']);
      const words = fillText(en['camera.stillBlocked'], { number }, 'en');
      await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(words), patience);
      // The button stays, so whoever uses the keyboard goes on from there.
      await expect(screen.getByRole('button', { name: en['action.tryAgain'] })).toHaveFocus();
    }
  },
};

export const BlockedByPerson: Story = blockedStory('denied', 'denied');
export const BlockedByClosedQuestion: Story = blockedStory('dismissed', 'dismissed');
export const BlockedBySystem: Story = blockedStory('denied-by-system', 'denied-by-system');
export const BlockedByOtherApp: Story = blockedStory('busy', 'in-use');
export const BlockedForLackOfCamera: Story = blockedStory('missing', 'not-found');

/** The browser keeps the focus inside and the rest of the page out of reach; Escape leads back to where it was opened. */
export const FullScreen: Story = {
  args: { fullScreen: true },
  decorators: [
    (Shown) => (
      <>
        <a href="#host">A link of the host</a>
        <Shown />
      </>
    ),
  ],
  play: async () => {
    await openCamera();
    const dialog = await screen.findByRole('dialog');
    await expect(dialog.matches(':modal')).toBe(true);
    await expect(dialog.getBoundingClientRect().width).toBe(document.documentElement.clientWidth);
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    // What is inert takes no focus.
    document.querySelector('a')?.focus();
    await expect(dialog.contains(document.activeElement)).toBe(true);
    await userEvent.click(shutter());
    await review();
    await expect(screen.queryByRole('dialog')).toBeNull();
    await click(en['action.retake']);
    await screen.findByRole('dialog');
    await click(en['action.keep']);
    await review();
  },
};
