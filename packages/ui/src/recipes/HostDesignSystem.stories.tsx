import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ComponentPropsWithoutRef, forwardRef, type ReactElement } from 'react';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { IdDocument } from '../index.ts';
import { en } from '../messages/en.ts';
import './host-design-system.css';

interface HostButtonProps extends ComponentPropsWithoutRef<'button'> {
  readonly weight?: 'strong' | 'light';
}

/** A button as an app has it already, with classes and names of its own. */
const HostButton = forwardRef<HTMLButtonElement, HostButtonProps>(function HostButton({ weight = 'light', ...props }, ref) {
  // The part's own class is let go, and its looks with it; its words, handlers and state stay.
  return <button {...props} ref={ref} className={`host-button host-button-${weight}`} />;
});

const strong = <HostButton weight="strong" />;
const light = <HostButton />;
const hostTitle = ({ children, ...props }: ComponentPropsWithoutRef<'h2'>): ReactElement => (
  <h2 {...props} className="host-title">
    {children}
  </h2>
);

/**
 * A step in the app's own design system: `render` puts the app's components in the place of the parts' elements. Each action is there
 * only where it makes sense, so all of them can stand in one row.
 */
function InHostDesign({ onContinue }: { readonly onContinue: () => void }) {
  return (
    <IdDocument.Root stepId="0" autoCapture={false} onContinue={onContinue} className="host">
      <IdDocument.Camera>
        <IdDocument.Title render={hostTitle} />
        <IdDocument.CameraBlocked />
        <IdDocument.Viewfinder>
          <IdDocument.Hint />
          <IdDocument.Sight>
            <IdDocument.Guide />
            <IdDocument.Video />
          </IdDocument.Sight>
        </IdDocument.Viewfinder>
        <IdDocument.Shutter />
        <IdDocument.Leave render={light} />
      </IdDocument.Camera>
      <IdDocument.Screen layout="start">
        <IdDocument.Title render={hostTitle} />
        <IdDocument.Lead />
        <IdDocument.Review />
        <IdDocument.Progress />
        <div className="host-row">
          <IdDocument.OpenCamera render={strong} />
          <IdDocument.ChooseFile render={light} />
          <IdDocument.Send render={strong} />
          <IdDocument.Retake render={light} />
          <IdDocument.Retry render={strong} />
          <IdDocument.Cancel render={light} />
          <IdDocument.Continue render={strong} />
          <IdDocument.Leave render={light} />
        </div>
      </IdDocument.Screen>
    </IdDocument.Root>
  );
}

const meta = {
  title: 'Recipes/Host design system',
  component: InHostDesign,
  args: { onContinue: fn() },
} satisfies Meta<typeof InHostDesign>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));

export const Instructions: Story = {
  play: async () => {
    await expect(await screen.findByRole('button', { name: en['action.openCamera'] }, patience)).toHaveClass('host-button-strong');
    await expect(document.querySelectorAll('.host-row .sf-button')).toHaveLength(0);
  },
};

export const WholeStep: Story = {
  parameters: { stage: { processingMs: 300 } },
  play: async ({ args }) => {
    await click(en['action.openCamera']);
    const shutter = await screen.findByRole('button', { name: en['action.takePicture'] }, patience);
    await waitFor(() => expect(shutter).toBeEnabled(), patience);
    await userEvent.click(shutter);
    await click(en['action.send']);
    await screen.findByRole('heading', { name: en['document.accepted'] }, patience);
    await click(en['action.continue']);
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};
