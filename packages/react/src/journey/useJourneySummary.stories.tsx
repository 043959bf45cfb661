import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import { useCompleteJourney } from './useCompleteJourney.ts';
import { useJourneySummary } from './useJourneySummary.ts';

/** The summary as a list, with the way to complete the journey. */
function SummaryList(): ReactNode {
  const journey = useJourneySummary();
  const completion = useCompleteJourney();
  if (journey.status === 'loading') return <output>Loading</output>;
  if (journey.status === 'failed') {
    return (
      <div role="alert">
        <p>{journey.error.code}</p>
        <button type="button" onClick={journey.retry}>
          Retry
        </button>
      </div>
    );
  }
  return (
    <section aria-label="Journey">
      <p>Completed: {String(journey.summary.isCompleted)}</p>
      {journey.error && <output>Last poll: {journey.error.code}</output>}
      <ul>
        {journey.summary.steps.map(({ stepId, stepTitle, result }) => (
          <li key={stepId}>
            {stepTitle}: {result?.status}
          </li>
        ))}
      </ul>
      <p>Interim assessment: {journey.summary.interimAssessment ?? 'not yet'}</p>
      {'complete' in completion && !journey.summary.isCompleted && (
        <button type="button" onClick={completion.complete}>
          Complete the journey
        </button>
      )}
    </section>
  );
}

const meta = { title: 'Hooks/useJourneySummary', component: SummaryList } satisfies Meta<typeof SummaryList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Loading: Story = {
  parameters: { stage: { summary: 'unread' } },
  play: async () => {
    await screen.findByText('Loading');
  },
};

export const NothingSubmitted: Story = {
  play: async () => {
    await screen.findByText('Completed: false');
    await expect(screen.queryByRole('listitem')).toBeNull();
  },
};

export const InProgress: Story = {
  parameters: { stage: { submitted: ['0'], processingMs: 3_600_000 } },
  play: async () => {
    await screen.findByText('Photo ID: In Progress');
  },
};

export const FollowsToTheVerdict: Story = {
  parameters: { stage: { submitted: ['0', '10'], processingMs: 1_500 } },
  play: async () => {
    await screen.findByText('Selfie: Submitted', undefined, { timeout: 8_000 });
    await screen.findByText('Photo ID: Submitted');
  },
};

export const Unreachable: Story = {
  parameters: { stage: { summary: 'unreachable' } },
  play: async () => {
    await expect(await screen.findByRole('alert', undefined, { timeout: 12_000 })).toHaveTextContent('request/network');
  },
};

export const Completed: Story = {
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Complete the journey' }));
    await screen.findByText('Completed: true', undefined, { timeout: 8_000 });
    await screen.findByText('Interim assessment: Passed');
  },
};
