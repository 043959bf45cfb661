import type { StepframeError, StepImages, StepState, SubmissionSides, SubmitStepOptions } from '@stepframe/core';
import type { Fault, InjectedFault, SandboxOperation } from '@stepframe/sandbox';
import { createPicture } from './createPicture.ts';
import { type OpenTab, openWorld, type World, type WorldOptions } from './openWorld.ts';

/** Where something goes wrong. */
export type Hop = 'line' | 'api';

/** A journey of one step, in a world in which something goes wrong, and what is noted of it. */
export interface Stage {
  readonly world: World;
  /** The tab of which the findings speak. */
  readonly tab: OpenTab;
  /** The capture that must not be lost, nor be taken twice: a picture, or both sides where they go in calls of their own. */
  readonly pictures: StepImages;
  /** Another tab in which the journey is open. */
  readonly openTab: () => OpenTab;
  /** The tab is closed and the journey opened in a new one; the findings go on there. */
  readonly reopen: () => void;
  /** Sends the picture, or another one. */
  readonly submit: (options?: SubmitOptions) => void;
  /** Completes the journey. @returns whether that was tried before */
  readonly complete: () => boolean;
  readonly state: (tab?: OpenTab) => StepState;
  readonly inject: (hop: Hop, operation: SandboxOperation, fault: Fault, times?: number) => InjectedFault;
  /** Whatever was wrong is over. */
  readonly mend: () => void;
  /** Waits until nothing goes on by itself any more. */
  readonly untilStill: () => Promise<void>;
  /** What the step said since the last `begin`, word for word, and for how long. */
  readonly words: () => readonly Word[];
  /** How often pictures left a browser, or began to, since the last `begin`. */
  readonly countSendings: () => number;
  /** Forgets what was said and sent so far. */
  readonly begin: () => void;
}

export interface SubmitOptions extends SubmitStepOptions {
  readonly tab?: OpenTab;
  readonly pictures?: StepImages;
}

export interface Word {
  readonly text: string;
  readonly ms: number;
}

export interface StageOptions extends Pick<WorldOptions, 'processingMs' | 'relay' | 'store'> {
  /** Verdicts that ask for another picture, with the same words each, before one passes. Default 0. */
  readonly rejections?: number;
  readonly sides?: SubmissionSides;
}

const stepId = '0';
/** Longer than the two seconds after which what was pressed shows at the latest. */
const lookMs = 2_500;
const longestMs = 15 * 60_000;

/** The API of these stages takes a submission that it has already for another one, so that whatever is sent twice is seen to be taken twice. */
export async function openStage({ rejections = 0, sides = 'together', ...options }: StageOptions): Promise<Stage> {
  const world = await openWorld({
    processingMs: 5_000,
    ...options,
    flowId: 'doubling',
    flows: {
      doubling: {
        steps: [{ stepId, stepType: 'Document', stepTitle: 'Photo ID', sides }],
        maxAttempts: 9,
        scenario: {
          description: 'Takes all that comes.',
          takesWhileProcessing: true,
          judge: ({ attempt }) =>
            attempt <= rejections
              ? { verdict: 'rejected', feedback: { code: 'feedback_document_cropped', title: 'Cropped', details: '' } }
              : { verdict: 'passed' },
        },
      },
    },
  });
  const { clock } = world;
  const faults: InjectedFault[] = [];
  const said: { readonly text: string; readonly atMs: number }[] = [];
  const pictures: StepImages = sides === 'separate' ? [createPicture(), createPicture()] : [createPicture()];
  let tab = world.openTab();
  let completions = 0;
  let last = '';
  let sentBefore = 0;

  const state = (where: OpenTab = tab): StepState => where.journey.step(stepId, { sides }).getState();

  function note(where: OpenTab): void {
    if (where !== tab) return;
    const text = toWord(state(), where.journey.getCompletion());
    if (text !== last) said.push({ text, atMs: clock.now() });
    last = text;
  }

  function follow(where: OpenTab): void {
    where.journey.subscribe(() => note(where));
    note(where);
  }

  follow(tab);
  await clock.settle();

  const isStill = (): boolean => {
    const { journey } = tab;
    const summary = journey.getSummary();
    return (
      !['uploading', 'processing'].includes(state().status) &&
      journey.getCompletion().status !== 'completing' &&
      (summary.status !== 'ready' || summary.error === null || !summary.error.retryable) &&
      summary.status !== 'loading'
    );
  };

  return {
    world,
    pictures,
    state,
    get tab() {
      return tab;
    },
    openTab: world.openTab,
    reopen() {
      tab.close();
      tab = world.openTab();
      follow(tab);
    },
    submit({ tab: where = tab, pictures: which = pictures, ...submitOptions } = {}) {
      const now = state(where);
      if (!('submit' in now)) throw new Error(`Nothing can be submitted while the step is ${now.status}.`);
      now.submit(which, submitOptions);
    },
    complete() {
      const completion = tab.journey.getCompletion();
      if (!('complete' in completion)) throw new Error(`Nothing can be completed that is ${completion.status}.`);
      completion.complete();
      completions += 1;
      return completions > 1;
    },
    inject(hop, operation, fault, times = 1) {
      const injected = (hop === 'line' ? world.line : world.sandbox).inject({ operation, fault, times });
      faults.push(injected);
      return injected;
    },
    mend() {
      // What stands still goes on standing: let go, it would arrive after all.
      for (const fault of faults) fault.remove();
      world.setSignedIn(true);
      tab.setOnline(true);
      tab.setVisible(true);
    },
    async untilStill() {
      const untilMs = clock.now() + longestMs;
      do await clock.advance(lookMs);
      while (!isStill() && clock.now() < untilMs);
    },
    countSendings: () => world.countSendings() - sentBefore,
    begin() {
      said.length = 0;
      sentBefore = world.countSendings();
    },
    words: () => said.map(({ text, atMs }, index) => ({ text, ms: (said[index + 1]?.atMs ?? Infinity) - atMs })),
  };
}

function toWord(state: StepState, completion: ReturnType<OpenTab['journey']['getCompletion']>): string {
  if (state.status === 'accepted' && completion.status !== 'idle') {
    return completion.status === 'failed' ? `failed ${toCode(completion.error)}` : completion.status;
  }
  if (state.status === 'uploading') return state.activity;
  if (state.status === 'processing' && state.error) return `processing ${toCode(state.error)}`;
  return state.status === 'failed' ? `failed ${toCode(state.error)}` : state.status;
}

const toCode = ({ code }: StepframeError): string => `\`${code}\``;
