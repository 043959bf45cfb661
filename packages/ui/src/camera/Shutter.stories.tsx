import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { quietGuide } from '../testing/createCameraParts.ts';
import { StepStage } from '../testing/StepStage.tsx';
import type { CameraContextValue } from './CameraContext.ts';
import { Shutter } from './Shutter.tsx';

const takeNow = fn();
const states: readonly Partial<CameraContextValue>[] = [
  { takeNow, isReady: false },
  { takeNow },
  { takeNow, guide: { ...quietGuide, countdown: 0.35 } },
  { takeNow, guide: { ...quietGuide, countdown: 0.9 } },
  { takeNow, isWaiting: true },
  { takeNow, status: 'busy' },
];

const meta = {
  title: 'Parts/Shutter',
  component: Shutter,
  render: (args) => (
    <div className="sf-step" style={{ display: 'flex', flexWrap: 'wrap', gap: 24, padding: 24 }}>
      {states.map((state) => (
        <StepStage key={JSON.stringify(state)} camera={state}>
          <Shutter {...args} />
        </StepStage>
      ))}
    </div>
  ),
} satisfies Meta<typeof Shutter>;

export default meta;

/** Before the first frame, ready, two parts of a countdown, a press that is looked at, a picture that is prepared. */
export const AllStates: StoryObj<typeof meta> = {
  play: async () => {
    takeNow.mockClear();
    for (const button of screen.getAllByRole('button')) await userEvent.click(button);
    await expect(takeNow).toHaveBeenCalledTimes(3);
  },
};
