import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { en } from '../messages/en.ts';
import { StepStage } from '../testing/StepStage.tsx';
import type { CameraContextValue } from './CameraContext.ts';
import { Hint } from './Hint.tsx';
import { Viewfinder } from './Viewfinder.tsx';

const all: readonly Pick<CameraContextValue, 'tone' | 'words'>[] = [
  { tone: 'neutral', words: en['hint.no-document'] },
  { tone: 'good', words: en['hint.good'] },
  { tone: 'held', words: en['hint.blurred'] },
];

const meta = {
  title: 'Parts/Hint',
  component: Hint,
  render: (args) => (
    <div className="sf-step" style={{ display: 'grid', gap: 16, padding: 16 }}>
      {all.map((camera) => (
        <StepStage key={camera.tone} camera={camera}>
          <Viewfinder style={{ margin: 0 }}>
            <Hint {...args} />
          </Viewfinder>
        </StepStage>
      ))}
    </div>
  ),
} satisfies Meta<typeof Hint>;

export default meta;

/** Advice, all is well, and a press that was refused. */
export const AllTones: StoryObj<typeof meta> = {
  play: async () => {
    const tones = [...document.querySelectorAll<HTMLElement>('.sf-hint')].map(({ dataset }) => dataset['tone']);
    await expect(tones).toEqual(['neutral', 'good', 'held']);
  },
};
