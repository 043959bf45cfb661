import { useCompleteJourney, useProcessStep } from '@stepframe/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import { IdDocumentStep, SelfieStep } from '../index.ts';
import { en } from '../messages/en.ts';
import './controlled-journey.css';

const pages = ['document', 'selfie', 'done'] as const;
type Page = (typeof pages)[number];

interface TabProps {
  readonly page: Page;
  readonly current: Page;
  readonly isDone: boolean;
  readonly onPick: (page: Page) => void;
}

/** A link of the app's navigation, where a router would stand. */
function Tab({ page, current, isDone, onPick }: TabProps): ReactNode {
  return (
    <li>
      <button type="button" aria-current={page === current ? 'step' : undefined} onClick={() => onPick(page)}>
        {`${isDone ? '✓ ' : ''}${page}`}
      </button>
    </li>
  );
}

/**
 * A journey that the app steers itself: its own navigation and its own pages, with one step on each. Where a step stands is asked of the
 * hooks, by which every component and every tab of the browser sees the same; the app keeps nothing of it.
 */
function SteeredByTheApp(): ReactNode {
  const [page, setPage] = useState<Page>('document');
  const isDone = {
    document: useProcessStep('0').status === 'accepted',
    selfie: useProcessStep('10').status === 'accepted',
    done: false,
  };
  const completion = useCompleteJourney();
  const canComplete = isDone.document && isDone.selfie && completion.status === 'idle';
  return (
    <div className="steered">
      <nav aria-label="Steps">
        <ol>
          {pages.map((name) => (
            <Tab key={name} page={name} current={page} isDone={isDone[name]} onPick={setPage} />
          ))}
        </ol>
      </nav>
      {page === 'document' && <IdDocumentStep stepId="0" autoCapture={false} onContinue={() => setPage('selfie')} />}
      {page === 'selfie' && <SelfieStep stepId="10" onContinue={() => setPage('done')} />}
      {page === 'done' && (
        <section aria-label="Done" className="steered-end">
          <p>{completion.status === 'completed' ? 'All is handed in.' : 'Hand in what you have taken.'}</p>
          {canComplete && (
            <button type="button" onClick={completion.complete}>
              Hand it in
            </button>
          )}
        </section>
      )}
    </div>
  );
}

const meta = { title: 'Recipes/Controlled journey', component: SteeredByTheApp } satisfies Meta<typeof SteeredByTheApp>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));

export const AnyOrder: Story = {
  play: async () => {
    await screen.findByRole('heading', { name: en['document.title'] }, patience);
    await click('selfie');
    await screen.findByRole('heading', { name: en['selfie.title'] }, patience);
    await click('document');
    await screen.findByRole('heading', { name: en['document.title'] }, patience);
  },
};

/** Both steps were accepted before; the app leads on and hands in. */
export const ToTheEnd: Story = {
  parameters: { stage: { processingMs: 0, submitted: ['0', '10'] } },
  play: async () => {
    await click(en['action.continue']);
    await screen.findByRole('heading', { name: en['selfie.accepted'] }, patience);
    await click(en['action.continue']);
    await click('Hand it in');
    await expect(await screen.findByText('All is handed in.', undefined, patience)).toBeVisible();
  },
};
