import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { en } from '../messages/en.ts';
import { pressByKeyboard } from '../testing/pressByKeyboard.ts';
import { CustomStep } from './CustomStep.tsx';

const meta = {
  title: 'Steps/CustomStep',
  component: CustomStep,
  args: {
    stepId: 'additional_face',
    title: 'Photograph your residence permit',
    lead: 'The side with your picture.',
    onContinue: fn(),
    onVerdict: fn(),
  },
  parameters: { stage: { scenario: 'additional-face', processingMs: 200 } },
} satisfies Meta<typeof CustomStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));

export const Card: Story = {
  play: async () => {
    await screen.findByRole('heading', { name: 'Photograph your residence permit' });
    await screen.findByText('The side with your picture.');
  },
};

export const Face: Story = {
  args: { subject: 'face', title: 'Photograph your guardian', lead: 'They look straight into the camera.' },
  play: async () => {
    await click(en['action.openCamera']);
    await waitFor(() => expect(screen.getByRole('button', { name: en['action.takePicture'] })).toBeEnabled(), patience);
    await expect(document.querySelector('.sf-guide-line')?.getAttribute('d')).toMatch(/a/);
    await expect(screen.queryByRole('switch')).toBeNull();
  },
};

export const Page: Story = {
  args: { subject: 'page', title: 'Photograph your tenancy agreement', lead: 'The page with the signatures.' },
};

/** What is sent with the picture: the integrator's own words, and how the picture came about. */
export const WithFacts: Story = {
  args: { additionalData: { relation: 'guardian' }, captureFacts: true },
  play: async ({ loaded }) => {
    const input = (await screen.findByRole('button', { name: en['action.chooseFile'] }, patience)).nextElementSibling;
    if (!(input instanceof HTMLInputElement)) throw new Error('There is no file input.');
    const file = await drawSpecimenFile({ kind: 'card-front' });
    await userEvent.upload(input, file);
    await click(en['action.send']);
    await screen.findByRole('heading', { name: en['custom.accepted'] }, patience);
    await expect(loaded['stage'].sandbox.submissions().at(-1).additionalData).toEqual({
      relation: 'guardian',
      capture: { front: expect.objectContaining({ source: 'file', method: 'manual', sourceBytes: file.size, sourceType: 'image/jpeg' }) },
    });
  },
};

/** Nothing is sent with a picture unless it is asked for. */
export const WithoutFacts: Story = {
  play: async ({ loaded }) => {
    await click(en['action.openCamera']);
    await screen.findByRole('img', { name: en['custom.picture.front'] }, patience);
    await click(en['action.send']);
    await screen.findByRole('heading', { name: en['custom.accepted'] }, patience);
    await expect(loaded['stage'].sandbox.submissions().at(-1).additionalData ?? null).toBeNull();
  },
};

/** Without a pointer from the first screen to the last, with a picture taken again in between. */
export const KeyboardAlone: Story = {
  args: { autoCapture: false },
  play: async ({ args }) => {
    await pressByKeyboard(en['action.openCamera'], ' ');
    await pressByKeyboard(en['action.takePicture']);
    await pressByKeyboard(en['action.retake']);
    await pressByKeyboard(en['action.takePicture'], ' ');
    await pressByKeyboard(en['action.send'], ' ');
    await screen.findByRole('heading', { name: en['custom.accepted'] }, patience);
    await pressByKeyboard(en['action.continue']);
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};
