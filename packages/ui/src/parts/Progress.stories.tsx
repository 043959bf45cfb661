import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { en } from '../messages/en.ts';
import { StepStage } from '../testing/StepStage.tsx';
import { Progress } from './Progress.tsx';

const uploading = { status: 'uploading', activity: 'sending', key: '', cancel: () => {} } as const;
const words = { title: en['uploading.title'], sign: 'cloud', tone: 'neutral', announcement: '' } as const;

const meta = {
  title: 'Parts/Progress',
  component: Progress,
  render: (args) => (
    <div className="sf-step" style={{ display: 'grid', gap: 16, padding: 16 }}>
      {[0, 0.45, 1].map((progress) => (
        <StepStage key={progress} step={{ words, screen: { name: 'uploading', step: { ...uploading, progress } } }} camera={null}>
          <Progress {...args} />
        </StepStage>
      ))}
    </div>
  ),
} satisfies Meta<typeof Progress>;

export default meta;

/** Nothing, some and all of the bytes have left. */
export const FromBeginToEnd: StoryObj<typeof meta> = {
  play: async () => {
    await expect(screen.getAllByRole('progressbar').map((bar) => (bar as HTMLProgressElement).value)).toEqual([0, 0.45, 1]);
  },
};
