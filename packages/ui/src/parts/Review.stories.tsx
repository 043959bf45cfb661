import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { en } from '../messages/en.ts';
import { IdDocumentStep } from '../step/IdDocumentStep.tsx';

const meta = {
  title: 'Steps/Review',
  component: IdDocumentStep,
  args: { stepId: '0', sides: 1, autoCapture: { holdMs: 300, settleMs: 300 }, onContinue: fn(), onVerdict: fn() },
} satisfies Meta<typeof IdDocumentStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 15_000 };
const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }, patience));
const front = () => screen.findByRole<HTMLCanvasElement>('img', { name: en['document.picture.front'] }, patience);
const enlarge = `${en['action.enlarge']}: ${en['document.picture.front']}`;

/** Chooses a file as the system's dialog would, past the filter of the input that belongs to a button. */
const chooseFile = async (file: File, button: string | RegExp = en['action.chooseFile']) => {
  const input = (await screen.findByRole('button', { name: button }, patience)).nextElementSibling;
  if (!(input instanceof HTMLInputElement)) throw new Error(`There is no input behind ${String(button)}.`);
  await userEvent.upload(input, file, { applyAccept: false });
  return input;
};
const card = (kind: 'card-front' | 'card-back' = 'card-front') => drawSpecimenFile({ kind });

/** Width by height of what is seen, and of what will be sent. */
const ratiosOf = async (picture: HTMLCanvasElement) => {
  const seen = picture.parentElement?.getBoundingClientRect() ?? new DOMRect();
  return { seen: seen.width / seen.height, sent: picture.width / picture.height };
};

export const Card: Story = {
  play: async () => {
    await click(en['action.openCamera']);
    const { seen, sent } = await ratiosOf(await front());
    // The card with its margin is seen, the whole frame is sent.
    await expect(seen).toBeGreaterThan(1.4);
    await expect(seen).toBeLessThan(1.68);
    await expect(sent).toBeCloseTo(16 / 9, 2);
    await expect(screen.getByRole('button', { name: en['action.retake'] })).toBeEnabled();
  },
};

export const CardHeldUpright: Story = {
  parameters: { stage: { camera: { portrait: true } } },
  play: async () => {
    await click(en['action.openCamera']);
    const picture = await front();
    const { seen, sent } = await ratiosOf(picture);
    // A card on most of what is seen, not a strip in a tall picture; how much is left around it depends on how sure its outline is.
    await expect(seen).toBeGreaterThan(0.9);
    await expect(seen).toBeLessThan(1.68);
    await expect(sent).toBeCloseTo(9 / 16, 2);
    // As wide as its column.
    const room = picture.closest('.sf-pictures')?.clientWidth ?? 0;
    await expect(picture.parentElement?.clientWidth).toBeGreaterThan(room * 0.95);
  },
};

export const Enlarged: Story = {
  play: async () => {
    await click(en['action.openCamera']);
    await front();
    await click(enlarge);
    const dialog = within(await screen.findByRole('dialog', { name: en['document.picture.front'] }));
    const picture = dialog.getByRole('img', { name: en['document.picture.front'] });
    const [whole, smaller, larger] = [
      () => picture.offsetWidth,
      ...[en['zoom.smaller'], en['zoom.larger']].map((name) => dialog.getByRole('button', { name })),
    ];
    const atFirst = whole();
    if (larger) await userEvent.click(larger);
    await expect(whole()).toBeGreaterThan(atFirst * 1.4);
    for (let press = 0; press < 8; press += 1) if (smaller) await userEvent.click(smaller);
    await expect(smaller).toHaveAttribute('aria-disabled', 'true');
    await expect(picture.offsetWidth).toBeLessThanOrEqual(innerWidth);
    await expect(picture.offsetHeight).toBeLessThanOrEqual(innerHeight);
    if (larger) for (let press = 0; press < 3; press += 1) await userEvent.click(larger);
  },
};

export const ChosenFile: Story = {
  play: async () => {
    await chooseFile(await card());
    const first = (await front()).toDataURL();
    await chooseFile(await card('card-back'), en['action.chooseAnotherFile']);
    await waitFor(async () => expect((await front()).toDataURL()).not.toBe(first), patience);
    await expect(screen.queryByRole('button', { name: en['action.retake'] })).toBeNull();
    await expect(screen.getByRole('button', { name: en['action.useCamera'] })).toBeEnabled();
  },
};

export const ChosenFileThatIsNone: Story = {
  play: async () => {
    await chooseFile(await card());
    await front();
    await chooseFile(new File(['%PDF-1.7\n'], 'card.pdf'), en['action.chooseAnotherFile']);
    await screen.findByRole('alert', undefined, patience);
    // The one that was good is not lost.
    await click(en['action.keep']);
    await front();
  },
};

export const ChosenThenPhotographed: Story = {
  play: async () => {
    await chooseFile(await card());
    await front();
    await click(en['action.useCamera']);
    await screen.findByRole('button', { name: en['action.retake'] }, patience);
  },
};

export const BothSidesChosen: Story = {
  args: { sides: 2 },
  play: async () => {
    await chooseFile(await card());
    await click('Next: the back');
    await chooseFile(await card('card-back'));
    await screen.findByRole('img', { name: en['document.picture.back'] }, patience);
    const names = ['Choose another front', 'Photograph the front', 'Choose another back', 'Photograph the back', en['action.sendBoth']];
    for (const name of names) await expect(screen.getByRole('button', { name })).toBeEnabled();
  },
};

/** A file that no browser here decodes, with a decoder for it: the input asks for it by type and by extension. */
export const ChosenHeic: Story = {
  args: { decoders: { 'image/heic': async () => createImageBitmap(await card()) } },
  play: async () => {
    const heic = new File([new Uint8Array([0, 0, 0, 24]), 'ftypheic\0\0\0\0mif1heic'], 'card.heic');
    const { accept } = await chooseFile(heic);
    await front();
    await expect(accept.split(',')).toEqual(expect.arrayContaining(['image/jpeg', 'image/heic', '.heic', '.heif']));
  },
};

export const RejectedFile: Story = {
  parameters: { stage: { scenario: 'rejected-cropped-then-approved', processingMs: 0 } },
  play: async () => {
    await chooseFile(await card());
    await click(en['action.send']);
    await expect(await screen.findByRole('button', { name: en['action.chooseAnotherFile'] }, patience)).toHaveAttribute(
      'data-rank',
      'primary',
    );
    await expect(screen.getByRole('button', { name: en['action.useCamera'] })).toBeEnabled();
  },
};
