import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { StepStage } from '../testing/StepStage.tsx';
import { Figure } from './Figure.tsx';
import { Screen } from './Screen.tsx';

const subjects = ['card', 'page', 'face'] as const;
const signs = [
  { sign: 'picture', tone: 'neutral' },
  { sign: 'cloud', tone: 'neutral' },
  { sign: 'spinner', tone: 'neutral' },
  { sign: 'check', tone: 'success' },
  { sign: 'alert', tone: 'warning' },
] as const;

const meta = {
  title: 'Parts/Figure',
  component: Figure,
  render: (args) => (
    <div className="sf-step" style={{ display: 'flex', flexWrap: 'wrap', maxInlineSize: 'none' }}>
      {subjects.map((subject) => (
        <StepStage key={subject} step={{ subject }} camera={null}>
          <Screen name={subject}>
            <Figure sign="drawing" {...args} />
          </Screen>
        </StepStage>
      ))}
      {signs.map(({ sign, tone }) => (
        <Screen key={sign} name={sign} tone={tone}>
          <Figure sign={sign} {...args} />
        </Screen>
      ))}
    </div>
  ),
} satisfies Meta<typeof Figure>;

export default meta;

/** What is to be photographed, and how things stand. All of it is decorative: the words beside it say the same. */
export const AllSigns: StoryObj<typeof meta> = {
  play: async () => {
    await expect(document.querySelectorAll('.sf-figure')).toHaveLength(8);
    await expect(document.querySelectorAll('.sf-figure svg:not([aria-hidden])')).toHaveLength(0);
  },
};
