import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

const meta = {
  title: 'Parts/Notice',
  component: Notice,
  args: { children: 'The file is no picture. Choose a JPEG or PNG.' },
  render: (args) => (
    <div className="sf-step" style={{ padding: 16 }}>
      <Notice {...args} />
    </div>
  ),
} satisfies Meta<typeof Notice>;

export default meta;
type Story = StoryObj<typeof meta>;

/** It interrupts: something keeps the person from going on. */
export const Alert: Story = {
  play: async () => {
    await expect(screen.getByRole('alert')).toHaveTextContent('The file is no picture.');
  },
};

/** It is there from the beginning and interrupts nobody. */
export const Info: Story = {
  args: { kind: 'info', title: 'You are inside another app', actions: <Button>Copy the link</Button> },
  play: async () => {
    await expect(screen.queryByRole('alert')).toBeNull();
    await expect(screen.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  },
};
