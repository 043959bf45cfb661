import { RequestError } from '@stepframe/core';
import type { JourneyDefinition } from '@stepframe/react';
import { StepframeProvider } from '@stepframe/react';
import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { en } from '../messages/en.ts';
import type { FlowStep } from './FlowStep.ts';
import { JourneyFlow } from './JourneyFlow.tsx';

/** As the sandbox's own flows have them. */
const steps: readonly FlowStep[] = [
  { id: '0', kind: 'id-document' },
  { id: '10', kind: 'selfie' },
  { id: 'proof_of_address', kind: 'proof-of-address', isOptional: true },
];
const definition: JourneyDefinition<FlowStep> = { steps };
const menu: JourneyDefinition<FlowStep> = { steps, order: 'menu' };

const meta = {
  title: 'Journey/JourneyFlow',
  component: JourneyFlow,
  args: { definition, onStepResult: fn(), onJourneyCompleted: fn() },
} satisfies Meta<typeof JourneyFlow>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };
const title = (name: string) => screen.findByRole('heading', { name }, patience);
const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }, patience));

/** Sends a picture from a file, as the system's dialog would hand it over. */
const sendFile = async (kind: 'card-front' | 'face') => {
  const input = (await screen.findByRole('button', { name: en['action.chooseFile'] }, patience)).nextElementSibling;
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no file input.');
  await userEvent.upload(input, await drawSpecimenFile({ kind }));
  await click(en['action.send']);
};

/** The row of a step in the menu. */
const row = async (name: string) => {
  const item = (await screen.findByText(name, undefined, patience)).closest('li');
  if (!item) throw new Error(`${name} stands in no list.`);
  return item;
};

export const Sequence: Story = {
  play: async () => {
    await title(en['document.title']);
    await screen.findByText('Step 1 of 3');
    await expect(screen.queryByRole('button', { name: en['action.skip'] })).toBeNull();
  },
};

/** From file to file to the end, by keyboard where the flow goes on. */
export const WholeJourney: Story = {
  args: { definition: { steps: steps.slice(0, 2) } },
  parameters: { stage: { processingMs: 200 } },
  play: async ({ args }) => {
    await sendFile('card-front');
    await title(en['document.accepted']);
    (await screen.findByRole('button', { name: en['action.continue'] }, patience)).focus();
    await userEvent.keyboard('{Enter}');
    const selfie = await title(en['selfie.title']);
    await waitFor(() => expect(selfie).toHaveFocus());
    await sendFile('face');
    await title(en['selfie.accepted']);
    await expect(args.onJourneyCompleted).not.toHaveBeenCalled();
    await click(en['action.continue']);
    const end = await title(en['completed.title']);
    await waitFor(() => expect(end).toHaveFocus());
    const results = [
      { type: 'step-result', stepId: '0', result: 'accepted', canRetry: false, feedbackCode: null },
      { type: 'step-result', stepId: '10', result: 'accepted', canRetry: false, feedbackCode: null },
    ];
    await expect(args.onStepResult).toHaveBeenCalledTimes(2);
    for (const result of results) await expect(args.onStepResult).toHaveBeenCalledWith(result);
    await expect(args.onJourneyCompleted).toHaveBeenCalledOnce();
  },
};

export const OptionalStep: Story = {
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await title(en['address.title']);
    await screen.findByText('Step 3 of 3');
    await expect(screen.getByRole('button', { name: en['action.skip'] })).toBeEnabled();
  },
};

export const Skipped: Story = {
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await click(en['action.skip']);
    await title(en['skipped.title']);
    await screen.findByRole('button', { name: en['action.continue'] });
  },
};

export const SkippedToTheEnd: Story = {
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await click(en['action.skip']);
    await title(en['skipped.title']);
    await click(en['action.continue']);
    await title(en['completed.title']);
  },
};

export const Menu: Story = {
  args: { definition: menu },
  play: async () => {
    await title(en['menu.title']);
    await expect(await row(en['address.name'])).toHaveTextContent(en['menu.optional']);
    await expect(screen.queryByRole('button', { name: en['action.finish'] })).toBeNull();
    await click(new RegExp(en['selfie.name']));
    const selfie = await title(en['selfie.title']);
    await waitFor(() => expect(selfie).toHaveFocus());
    await click(en['action.menu']);
    const list = await title(en['menu.title']);
    await waitFor(() => expect(list).toHaveFocus());
  },
};

export const MenuUnderWay: Story = {
  args: { definition: menu },
  parameters: { stage: { scenario: 'rejected-cropped-then-approved', submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await expect(await row(en['document.name'])).toHaveTextContent(en['menu.rejected']);
    const selfie = await row(en['selfie.name']);
    await expect(selfie).toHaveTextContent(en['menu.accepted']);
    await expect(within(selfie).queryByRole('button')).toBeNull();
  },
};

export const MenuToFinish: Story = {
  args: { definition: menu },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await screen.findByText(en['menu.rest'], undefined, patience);
    await expect(screen.getByRole('button', { name: en['action.finish'] })).toBeEnabled();
  },
};

export const MenuFinished: Story = {
  args: { definition: menu },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async ({ args }) => {
    await click(en['action.finish']);
    await title(en['completed.title']);
    await expect(args.onJourneyCompleted).toHaveBeenCalledWith(expect.objectContaining({ isCompleted: true }));
  },
};

export const Ready: Story = {
  args: { definition: { steps: steps.slice(0, 2), completes: false } },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async () => {
    await title(en['ready.title']);
    await expect(screen.getByRole('button', { name: en['action.finish'] })).toBeEnabled();
  },
};

export const OwnEnd: Story = {
  args: { definition: { steps: steps.slice(0, 2) }, renderCompleted: ({ journeyId }) => <h2>Thank you, {journeyId}</h2> },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  play: async ({ loaded }) => {
    await title(`Thank you, ${loaded['stage'].journeyId}`);
  },
};

export const Loading: Story = {
  parameters: { stage: { summary: 'unread' } },
  play: async () => {
    await title(en['loading']);
  },
};

export const Unreachable: Story = {
  parameters: { stage: { summary: 'unreachable' } },
  play: async () => {
    await screen.findByRole('heading', { name: en['unreachable.title'] }, { timeout: 14_000 });
    await expect(screen.getByRole('button', { name: en['action.tryAgain'] })).toBeEnabled();
  },
};

const sessionExpired = new RequestError('request/session-expired', 'The session is over.', { mayHaveArrived: false });
const refuse = async () => Promise.reject(sessionExpired);

/** A client whose calls of these names are refused, because the session is over. */
const withoutSession =
  (...names: readonly ('getSummary' | 'processStep' | 'completeJourney')[]): Decorator =>
  (Story, { loaded }) => {
    const { client, journeyId } = loaded['stage'];
    const dressed = { ...client, ...Object.fromEntries(names.map((name) => [name, refuse])) };
    return (
      <StepframeProvider client={dressed} journeyId={journeyId}>
        <Story />
      </StepframeProvider>
    );
  };

export const SessionExpired: Story = {
  args: { onSignIn: fn() },
  decorators: [withoutSession('getSummary')],
  play: async ({ args }) => {
    await title(en['session.title']);
    await click(en['action.signIn']);
    await expect(args.onSignIn).toHaveBeenCalledOnce();
    await expect(screen.getByRole('button', { name: en['action.tryAgain'] })).toBeEnabled();
  },
};

/** With a picture in hand the step itself says it, and keeps the picture. */
export const SessionExpiredWhileSending: Story = {
  args: { onSignIn: fn() },
  decorators: [withoutSession('processStep')],
  play: async ({ args }) => {
    await sendFile('card-front');
    await title(en['session.title']);
    await expect(screen.getAllByText(new RegExp(en['failed.kept']))[0]).toBeInTheDocument();
    await click(en['action.signIn']);
    await expect(args.onSignIn).toHaveBeenCalledOnce();
    await expect(screen.getByRole('button', { name: en['action.sendAgain'] })).toBeEnabled();
  },
};

export const NotFinished: Story = {
  args: { definition: { steps: steps.slice(0, 2) } },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  decorators: [withoutSession('completeJourney')],
  play: async () => {
    await title(en['session.title']);
    await expect(screen.getByRole('button', { name: en['action.tryAgain'] })).toBeEnabled();
  },
};

export const Completing: Story = {
  args: { definition: { steps: steps.slice(0, 2) } },
  parameters: { stage: { submitted: ['0', '10'], processingMs: 0 } },
  decorators: [
    (Shown, { loaded }) => {
      loaded['stage'].sandbox.inject({ operation: 'complete', fault: { delayMs: 3_600_000, effect: 'stall' } });
      return <Shown />;
    },
  ],
  play: async () => {
    await title(en['completing.title']);
  },
};
