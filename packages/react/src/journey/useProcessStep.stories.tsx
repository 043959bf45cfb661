import { prepareImage } from '@stepframe/core/capture';
import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { useProcessStep } from './useProcessStep.ts';

/** A step with an own interface, and nothing of Stepframe's looks: every state and its actions. */
function HeadlessStep({ stepId, isOptional }: { readonly stepId: string; readonly isOptional?: boolean }): ReactNode {
  const step = useProcessStep(stepId, { isOptional });
  const submitSpecimen = async () => {
    if ('submit' in step) step.submit([await prepareImage(await drawSpecimenFile({ kind: 'card-front' }))]);
  };
  return (
    <section aria-label="Step">
      <p>
        Status: <output>{step.status}</output>
      </p>
      {step.status === 'uploading' && (
        <>
          <progress aria-label="Sent" value={step.progress} />
          <button type="button" onClick={step.cancel}>
            Cancel
          </button>
        </>
      )}
      {step.status === 'rejected' && <p>{step.feedback.title || step.feedback.code}</p>}
      {step.status === 'failed' && (
        <>
          <p>{step.error.code}</p>
          {step.retryable && (
            <button type="button" onClick={step.retry}>
              Retry
            </button>
          )}
          <button type="button" onClick={step.reset}>
            Reset
          </button>
        </>
      )}
      {'skip' in step && (
        <button type="button" onClick={step.skip}>
          Skip
        </button>
      )}
      {'submit' in step && (
        <button type="button" onClick={() => void submitSpecimen()}>
          Submit a specimen
        </button>
      )}
    </section>
  );
}

const meta = {
  title: 'Hooks/useProcessStep',
  component: HeadlessStep,
  args: { stepId: '0' },
} satisfies Meta<typeof HeadlessStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const submit = async () => userEvent.click(await screen.findByRole('button', { name: 'Submit a specimen' }));
const status = (name: string) => screen.findByText(name, { selector: 'output' }, { timeout: 8_000 });

export const Idle: Story = {
  play: async () => {
    await status('idle');
  },
};

export const Uploading: Story = {
  parameters: { stage: { upload: 'held' } },
  play: async () => {
    await submit();
    await status('uploading');
    await waitFor(() => expect(screen.getByRole('progressbar', { name: 'Sent' })).toHaveAttribute('value', '0.45'), { timeout: 5_000 });
  },
};

export const Cancelled: Story = {
  parameters: { stage: { upload: 'held' } },
  play: async () => {
    await submit();
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }, { timeout: 5_000 }));
    await status('idle');
  },
};

export const Processing: Story = {
  parameters: { stage: { processingMs: 3_600_000 } },
  play: async () => {
    await submit();
    await status('processing');
  },
};

export const Accepted: Story = {
  parameters: { stage: { processingMs: 500 } },
  play: async () => {
    await submit();
    await status('accepted');
    await expect(screen.queryByRole('button')).toBeNull();
  },
};

export const Rejected: Story = {
  parameters: { stage: { scenario: 'rejected-cropped-then-approved', processingMs: 500 } },
  play: async () => {
    await submit();
    await status('rejected');
    await expect(screen.getByRole('button', { name: 'Submit a specimen' })).toBeEnabled();
  },
};

export const RejectedForGood: Story = {
  parameters: { stage: { scenario: 'rejected-concluded', submitted: ['0', '0'], processingMs: 0 } },
  play: async () => {
    await status('rejected');
    await expect(screen.queryByRole('button')).toBeNull();
  },
};

/** It may have arrived, and the summary does not show it: that is for the person to say. */
export const Failed: Story = {
  play: async ({ loaded }) => {
    loaded['stage'].sandbox.inject({ operation: 'processStep', fault: { effect: { status: 500 } } });
    await submit();
    await status('failed');
    await expect(screen.getByText('request/server')).toBeVisible();
    await expect(screen.getByRole('button', { name: 'Retry' })).toBeEnabled();
  },
};

export const FailedThenSentAgain: Story = {
  parameters: { stage: { scenario: 'upload-error-then-approved', processingMs: 500 } },
  play: async () => {
    await submit();
    await status('failed');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await status('accepted');
  },
};

export const Skipped: Story = {
  args: { stepId: 'proof_of_address', isOptional: true },
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Skip' }));
    await status('skipped');
  },
};

/** The journey was completed without it, by a backend. */
export const Concluded: Story = {
  play: async ({ loaded }) => {
    await status('idle');
    const { sandbox, journeyId } = loaded['stage'];
    sandbox.completeJourney(journeyId);
    // As when the person comes back to the page.
    window.dispatchEvent(new Event('focus'));
    await status('concluded');
    await expect(screen.queryByRole('button')).toBeNull();
  },
};
