import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { IdDocument } from '../index.ts';
import { en } from '../messages/en.ts';
import './own-layout.css';

/**
 * Another layout from the same parts: a toolbar above the picture, the words below it, and a shutter as a plain wide button. The
 * screens that are not laid out anew stay as they are (`IdDocument.Screens`).
 */
function OwnLayout({ onContinue }: { readonly onContinue: () => void }) {
  return (
    <IdDocument.Root stepId="0" sides={1} autoCapture={false} onContinue={onContinue} className="own">
      <IdDocument.Camera className="own-camera">
        <div className="own-bar">
          <IdDocument.Leave />
          <IdDocument.Title />
        </div>
        <IdDocument.CameraBlocked />
        <IdDocument.Viewfinder>
          <IdDocument.Sight>
            <IdDocument.Guide />
            <IdDocument.Video />
          </IdDocument.Sight>
        </IdDocument.Viewfinder>
        <IdDocument.Hint className={({ tone }) => `own-hint own-${tone}`} />
        <IdDocument.Shutter className="own-shutter" />
      </IdDocument.Camera>
      <IdDocument.Screen on="review">
        <IdDocument.Review />
        <IdDocument.Title />
        <IdDocument.Send>Looks right, send it</IdDocument.Send>
        <IdDocument.Retake />
      </IdDocument.Screen>
      <IdDocument.Screens except={['camera', 'review']} />
    </IdDocument.Root>
  );
}

const meta = {
  title: 'Recipes/Own layout',
  component: OwnLayout,
  args: { onContinue: fn() },
} satisfies Meta<typeof OwnLayout>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));
const shutter = () => screen.getByRole('button', { name: en['action.takePicture'] });

export const Camera: Story = {
  play: async () => {
    await click(en['action.openCamera']);
    await waitFor(() => expect(shutter()).toBeEnabled(), patience);
    await expect(document.querySelectorAll('.own-hint')).toHaveLength(1);
    await waitFor(() => expect(document.querySelector('.own-hint')).toHaveClass('own-good'), patience);
  },
};

export const WholeStep: Story = {
  parameters: { stage: { processingMs: 300 } },
  play: async (context) => {
    await Camera.play?.(context);
    await userEvent.click(shutter());
    await click('Looks right, send it');
    await screen.findByRole('heading', { name: en['document.accepted'] }, patience);
    await click(en['action.continue']);
    await expect(context.args.onContinue).toHaveBeenCalledOnce();
  },
};
