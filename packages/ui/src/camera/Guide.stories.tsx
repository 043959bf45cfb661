import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { quietGuide } from '../testing/createCameraParts.ts';
import { StepStage } from '../testing/StepStage.tsx';
import type { StepSubject } from '@stepframe/react';
import type { CameraContextValue } from './CameraContext.ts';
import { Guide } from './Guide.tsx';
import { Sight } from './Sight.tsx';

const outline = [
  { x: 0.2, y: 0.22 },
  { x: 0.74, y: 0.16 },
  { x: 0.78, y: 0.76 },
  { x: 0.22, y: 0.82 },
];

interface Seen {
  readonly subject: StepSubject;
  readonly camera?: Partial<CameraContextValue>;
}

const all: readonly Seen[] = [
  { subject: 'card' },
  { subject: 'card', camera: { guide: { ...quietGuide, outline } } },
  { subject: 'card', camera: { tone: 'good', guide: { ...quietGuide, outline } } },
  { subject: 'page', camera: { ratio: 3 / 4 } },
  { subject: 'face', camera: { ratio: 3 / 4 } },
];

const meta = {
  title: 'Parts/Guide',
  component: Guide,
  render: (args) => (
    <div className="sf-step" style={{ display: 'flex', flexWrap: 'wrap', gap: 16, padding: 16 }}>
      {all.map((seen) => (
        <StepStage key={JSON.stringify(seen)} step={{ subject: seen.subject }} camera={seen.camera}>
          <Sight style={{ inlineSize: 200, background: 'linear-gradient(135deg, #6b7688, #39424f)' }}>
            <Guide {...args} />
          </Sight>
        </StepStage>
      ))}
    </div>
  ),
} satisfies Meta<typeof Guide>;

export default meta;

/** A card's place, a card that was found, one that is good; a page and a face. */
export const AllStates: StoryObj<typeof meta> = {
  play: async () => {
    const states = [...document.querySelectorAll<SVGElement>('.sf-guide')].map(({ dataset }) => [
      dataset['shape'],
      dataset['tone'],
      'found' in dataset,
    ]);
    await expect(states).toEqual([
      ['card', 'neutral', false],
      ['card', 'neutral', true],
      ['card', 'good', true],
      ['page', 'neutral', false],
      ['oval', 'neutral', false],
    ]);
  },
};
