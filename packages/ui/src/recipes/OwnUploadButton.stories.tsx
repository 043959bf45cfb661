import { useFileRules } from '@stepframe/react';
import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ChangeEvent, type ReactNode, useId } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import { IdDocument, useMessages, useStep } from '../index.ts';
import { en } from '../messages/en.ts';

/** A labelled file input of the app's own. What is chosen goes to the step, which checks, shows and sends it. */
function OwnUpload(): ReactNode {
  const { screen: shown, chooseFile } = useStep();
  const { accept } = useFileRules();
  const id = useId();
  if (shown.name !== 'instructions' && shown.name !== 'file') return null;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file) chooseFile(file);
  };
  return (
    <p>
      <label htmlFor={id} style={{ display: 'block', marginBottom: 8, fontWeight: 600 }}>
        Your document, as a photo
      </label>
      <input id={id} type="file" accept={accept} onChange={choose} style={{ minHeight: 44, font: 'inherit' }} />
    </p>
  );
}

/**
 * No camera at all: a file input of the app's own in place of the instructions' buttons, and the step's screens for what follows. A
 * file that does not do is named there, too.
 */
function UploadOnly(): ReactNode {
  return (
    <IdDocument.Root stepId="0">
      <IdDocument.Screen on={['instructions', 'file']} layout="start">
        <IdDocument.Title />
        <Problem />
        <OwnUpload />
      </IdDocument.Screen>
      <IdDocument.Screens except={['camera', 'instructions', 'file']} />
    </IdDocument.Root>
  );
}

/** Why the last file does not do. */
function Problem(): ReactNode {
  const t = useMessages();
  const { screen: shown } = useStep();
  const problem = shown.name === 'file' && shown.capture.status === 'taking' ? shown.capture.problem : null;
  return problem && <IdDocument.Notice>{t.error(problem)}</IdDocument.Notice>;
}

const meta = { title: 'Recipes/Own upload button', component: UploadOnly } satisfies Meta<typeof UploadOnly>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const upload = async (file: File) =>
  userEvent.upload(await screen.findByLabelText('Your document, as a photo', undefined, patience), file, { applyAccept: false });

export const Begin: Story = {
  play: async () => {
    await screen.findByLabelText('Your document, as a photo', undefined, patience);
    await expect(screen.queryByRole('button')).toBeNull();
  },
};

export const WholeStep: Story = {
  parameters: { stage: { processingMs: 300 } },
  play: async () => {
    await upload(new File(['not a picture'], 'card.jpg'));
    await screen.findByText(en['error.image/unsupported-type'], undefined, patience);
    await upload(await drawSpecimenFile({ kind: 'card-front' }));
    await userEvent.click(await screen.findByRole('button', { name: en['action.send'] }, patience));
    await screen.findByRole('heading', { name: en['document.accepted'] }, patience);
  },
};
