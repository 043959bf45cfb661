import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import { useCompleteJourney } from './useCompleteJourney.ts';

/** Completing with an own interface: where it stands, and what can be done there. */
function HeadlessCompletion(): ReactNode {
  const completion = useCompleteJourney();
  return (
    <section aria-label="Completion">
      <p>
        Status: <output>{completion.status}</output>
      </p>
      {completion.status === 'failed' && <p>{completion.error.code}</p>}
      {'complete' in completion && (
        <button type="button" onClick={completion.complete}>
          Complete
        </button>
      )}
    </section>
  );
}

const meta = {
  title: 'Hooks/useCompleteJourney',
  component: HeadlessCompletion,
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
} satisfies Meta<typeof HeadlessCompletion>;

export default meta;
type Story = StoryObj<typeof meta>;

const complete = async () => userEvent.click(await screen.findByRole('button', { name: 'Complete' }));
const status = (name: string) => screen.findByText(name, { selector: 'output' }, { timeout: 8_000 });

export const Idle: Story = {
  play: async () => {
    await status('idle');
  },
};

export const Completing: Story = {
  play: async ({ loaded }) => {
    loaded['stage'].sandbox.inject({ operation: 'complete', fault: { delayMs: 3_600_000, effect: { status: 503 } } });
    await complete();
    await status('completing');
    await expect(screen.queryByRole('button')).toBeNull();
  },
};

export const Completed: Story = {
  play: async () => {
    await complete();
    await status('completed');
    await expect(screen.queryByRole('button')).toBeNull();
  },
};

export const Failed: Story = {
  play: async ({ loaded }) => {
    loaded['stage'].sandbox.inject({ operation: 'complete', fault: { effect: { status: 422 } } });
    await complete();
    await status('failed');
    await expect(screen.getByText('request/invalid')).toBeVisible();
    await expect(screen.getByRole('button', { name: 'Complete' })).toBeEnabled();
  },
};
