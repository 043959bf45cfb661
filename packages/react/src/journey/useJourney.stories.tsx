import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import type { JourneyDefinition } from './JourneyDefinition.ts';
import { useJourney } from './useJourney.ts';

const steps: JourneyDefinition['steps'] = [
  { id: '0', kind: 'id-document' },
  { id: '10', kind: 'selfie' },
  { id: 'proof_of_address', kind: 'proof-of-address', isOptional: true },
];

/** What the hook says, with a button for each thing that can be done there. */
function JourneyView({ definition }: { readonly definition: JourneyDefinition }): ReactNode {
  const journey = useJourney(definition);
  const button = (label: string, onClick: (() => void) | undefined) =>
    onClick && (
      <button type="button" onClick={onClick}>
        {label}
      </button>
    );
  const list = 'items' in journey && (
    <ul>
      {journey.items.map((item) => (
        <li key={item.step.id}>
          {item.step.kind}: {item.state.status}
          {'open' in item && button(`Open ${item.step.kind}`, item.open)}
        </li>
      ))}
    </ul>
  );
  const act = () => {
    switch (journey.status) {
      case 'step':
        return journey.isDone ? button('Next', journey.next) : button('Leave', journey.leave);
      case 'menu':
      case 'ready':
        return button('Complete', journey.complete);
      case 'failed':
        return button('Retry', journey.retry);
      case 'loading':
      case 'completing':
      case 'completed':
        return null;
      default:
        return journey satisfies never;
    }
  };
  return (
    <section aria-label="Journey">
      <output>{journey.status === 'step' ? `${journey.status} ${journey.step.id}` : journey.status}</output>
      {list}
      {act()}
    </section>
  );
}

const meta = { title: 'Hooks/useJourney', component: JourneyView, args: { definition: { steps } } } satisfies Meta<typeof JourneyView>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };

export const Sequence: Story = {
  parameters: { stage: { submitted: ['0'], processingMs: 0 } },
  play: async () => {
    await screen.findByText('step 10', undefined, patience);
    await screen.findByText('id-document: accepted');
    await expect(screen.queryByRole('button')).toBeNull();
  },
};

export const Menu: Story = {
  args: { definition: { steps, order: 'menu' } },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Open proof-of-address' }, patience));
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    await expect(screen.queryByRole('button', { name: 'Open selfie' })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Complete' }));
    await screen.findByText('completed', undefined, patience);
  },
};

export const CompletesByItself: Story = {
  args: { definition: { steps: steps.slice(0, 2) } },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await screen.findByText('completed', undefined, patience);
  },
};
