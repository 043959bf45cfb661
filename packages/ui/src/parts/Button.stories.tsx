import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { Button } from './Button.tsx';

const onClick = fn();

const meta = {
  title: 'Parts/Actions',
  component: Button,
  render: (args) => (
    <div className="sf-step" style={{ display: 'flex', flexWrap: 'wrap', gap: 12, padding: 16 }}>
      <Button rank="primary" {...args}>
        Send
      </Button>
      <Button {...args}>Take it again</Button>
      <Button rank="quiet" {...args}>
        Back
      </Button>
      <Button icon="switch" {...args}>
        Switch camera
      </Button>
      <Button rank="primary" {...args} aria-disabled>
        Try again
      </Button>
      <Button rank="primary" {...args} aria-disabled aria-busy>
        Try again
      </Button>
      <Button {...args} disabled>
        Next
      </Button>
    </div>
  ),
  args: { onClick },
} satisfies Meta<typeof Button>;

export default meta;

/** What every action (`Send`, `Retake`, `Continue` and the rest) is made of: three ranks, and the ways in which it does nothing just now. */
export const AllRanks: StoryObj<typeof meta> = {
  play: async () => {
    onClick.mockClear();
    for (const button of screen.getAllByRole('button')) {
      await expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
      await userEvent.click(button, { pointerEventsCheck: 0 });
    }
    await expect(onClick).toHaveBeenCalledTimes(6);
  },
};
