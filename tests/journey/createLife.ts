import { findStepResult, type PreparedImage, type StepState, toVerdict } from '@stepframe/core';
import type { InjectedFault } from '@stepframe/sandbox';
import { expect } from 'vitest';
import { createPicture } from './createPicture.ts';
import { type LifeAction, lifeSteps } from './lifeActions.ts';
import type { OpenTab, World } from './openWorld.ts';

/** A person, their browser and what happens to them. */
export interface Life {
  readonly act: (action: LifeAction) => Promise<void>;
  /** Everything works again, and the person presses what there is to press: then each step is settled, and no picture is lost. */
  readonly end: () => Promise<void>;
  /** No picture was taken by the API more than once, and no summary was asked for sooner than two seconds after the last. */
  readonly expectRules: () => void;
}

/** A picture on its way. */
interface Capture {
  readonly picture: PreparedImage;
  readonly sinceMs: number;
}

/** What outlives a tab, as the hooks keep it in the vault. */
interface Kept {
  readonly picture: PreparedImage;
  readonly key: string;
  readonly standing: string;
}

const stepMs = 5_000;
const longestMs = 300_000;
/** How old a reading may be, with the longest delay of a fault. */
const staleMs = 65_000;

/** @param processingMs How long the API takes for a verdict. */
export function createLife(world: World, processingMs: number): Life {
  const { clock, sandbox, journeyId } = world;
  const tabs: OpenTab[] = [world.openTab()];
  const faults: InjectedFault[] = [];
  const captures = new Map<string, Capture>();
  const kept = new Map<string, Kept>();
  /** Submissions that came before a step was opened again. */
  const reopenedAfter = new Map<string, number>();
  const looked = new WeakMap<OpenTab, Set<string>>();

  function tabOf(number: number): OpenTab {
    while (tabs.length <= number) tabs.push(world.openTab());
    return tabs[number] ?? world.openTab();
  }

  const stateOf = (tab: OpenTab, stepId: string): StepState =>
    tab.journey.step(stepId, { isOptional: stepId === 'proof_of_address' }).getState();

  function toStanding(tab: OpenTab, stepId: string): string {
    const summary = tab.journey.getSummary();
    return JSON.stringify(summary.status === 'ready' && findStepResult(summary.summary, stepId));
  }

  /** As the hooks do: what was taken before a reload is sent under its old name, unless the summary shows that it arrived. */
  function submit(number: number, stepId: string): void {
    const tab = tabOf(number);
    const state = stateOf(tab, stepId);
    if (!('submit' in state)) return;
    const seen = looked.get(tab) ?? new Set();
    looked.set(tab, seen);
    const found = seen.has(stepId) ? undefined : kept.get(stepId);
    seen.add(stepId);
    const earlier = found?.standing === toStanding(tab, stepId) ? found : undefined;
    const picture = earlier?.picture ?? createPicture();
    state.submit([picture], { earlierKey: earlier?.key });
    captures.set(`${number}/${stepId}`, { picture, sinceMs: clock.now() });
    const now = stateOf(tab, stepId);
    if (now.status === 'uploading') kept.set(stepId, { picture, key: now.key, standing: toStanding(tab, stepId) });
  }

  function press(number: number, stepId: string, name: 'retry' | 'reset' | 'cancel' | 'skip'): void {
    const state: Partial<Record<typeof name, () => void>> = stateOf(tabOf(number), stepId) as object;
    if (!state[name]) return;
    if (name !== 'retry') captures.delete(`${number}/${stepId}`);
    state[name]();
  }

  function leave(number: number): void {
    for (const stepId of lifeSteps) captures.delete(`${number}/${stepId}`);
    tabOf(number).close();
    tabs[number] = world.openTab();
  }

  async function act(action: LifeAction): Promise<void> {
    switch (action.do) {
      case 'submit':
        submit(action.tab, action.step);
        break;
      case 'retry':
      case 'reset':
      case 'cancel':
      case 'skip':
        press(action.tab, action.step, action.do);
        break;
      case 'complete': {
        const state = tabOf(action.tab).journey.getCompletion();
        if ('complete' in state) state.complete();
        break;
      }
      case 'fault':
        faults.push((action.where === 'line' ? world.line : sandbox).inject(action));
        break;
      case 'wait':
        await clock.advance(action.ms);
        break;
      case 'sleep':
        await clock.jump(action.ms);
        break;
      case 'online':
        tabOf(action.tab).setOnline(action.is);
        break;
      case 'visible':
        tabOf(action.tab).setVisible(action.is);
        break;
      case 'reopen':
        sandbox.reopenStep(journeyId, action.step);
        reopenedAfter.set(action.step, sandbox.submissions().length);
        break;
      case 'leave':
        leave(action.tab);
        break;
      case 'restart':
        await world.restartRelay();
        break;
      case 'sign-in':
        world.setSignedIn(action.is);
        break;
      default:
        action satisfies never;
    }
    await clock.settle();
    for (const tab of tabs) {
      for (const event of tab.events) if (event.type === 'step-submitted' || event.type === 'step-skipped') kept.delete(event.stepId);
    }
  }

  const isMoving = (): boolean =>
    tabs.some((tab) => {
      const summary = tab.journey.getSummary();
      const isMoved = lifeSteps.some((stepId) => ['uploading', 'processing'].includes(stateOf(tab, stepId).status));
      return isMoved || summary.status !== 'ready' || summary.error !== null || tab.journey.getCompletion().status === 'completing';
    });

  async function untilStill(): Promise<void> {
    for (let ms = 0; ms < longestMs && (ms === 0 || isMoving()); ms += stepMs) await clock.advance(stepMs);
    for (const tab of tabs) {
      for (const stepId of lifeSteps) {
        expect(['uploading', 'processing'], `step ${stepId} stands still`).not.toContain(stateOf(tab, stepId).status);
      }
      expect(tab.journey.getCompletion().status, 'completing stands still').not.toBe('completing');
    }
  }

  /** Pictures that count: those of a step before it was opened again count no more. */
  const listTaken = () =>
    sandbox
      .submissions()
      .filter(({ stepId, image, result }, index) => image && result.accepted && index >= (reopenedAfter.get(stepId ?? '') ?? 0));

  function expectRules(): void {
    const taken = listTaken().map(({ stepId, image }) => `${stepId}: ${image?.widthPx}`);
    expect(
      taken.filter((name, index) => taken.indexOf(name) !== index),
      'a capture was taken twice',
    ).toEqual([]);
    const times = sandbox.calls('summary').map(({ atMs }) => atMs);
    const gaps = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
    expect(
      // Pauses grow by tenths, which a sum does not keep to the last digit.
      gaps.filter((ms) => ms < 1_999.999),
      'polled too soon',
    ).toEqual([]);
  }

  /** The API has it, or was busy with another one of the step; or it is still to be sent; or nothing can be sent any more. */
  function expectKept(tab: OpenTab, stepId: string, { picture, sinceMs }: Capture): void {
    const taken = sandbox.submissions().filter((submission) => submission.stepId === stepId && submission.result.accepted);
    const isThere = taken.some(
      ({ image, receivedAtMs }) => image?.widthPx === picture.widthPx || receivedAtMs + processingMs + staleMs >= sinceMs,
    );
    const { status } = stateOf(tab, stepId);
    expect(!isThere && (status === 'idle' || status === 'rejected'), `a picture of step ${stepId} is lost (${status})`).toBe(false);
  }

  return {
    act,
    expectRules,
    async end() {
      for (const fault of faults) {
        fault.remove();
        fault.release();
      }
      world.setSignedIn(true);
      for (const tab of tabs) {
        tab.setOnline(true);
        tab.setVisible(true);
      }
      await untilStill();
      for (const [number, tab] of tabs.entries()) {
        for (const stepId of lifeSteps) {
          const state = stateOf(tab, stepId);
          if (state.status === 'failed') press(number, stepId, state.retryable ? 'retry' : 'reset');
        }
      }
      await untilStill();
      expectRules();
      for (const [number, tab] of tabs.entries()) {
        const summary = tab.journey.getSummary();
        expect(summary.status).toBe('ready');
        if (summary.status !== 'ready') continue;
        for (const stepId of lifeSteps) {
          const state = stateOf(tab, stepId);
          // What the person sent again by their own word has arrived, unless the API takes no more.
          const isOpen = !summary.summary.isCompleted && toVerdict(summary.summary, stepId).status === 'open';
          expect(isOpen && state.status === 'failed' && state.retryable, `step ${stepId} cannot be sent`).toBe(false);
          const capture = captures.get(`${number}/${stepId}`);
          if (capture && !summary.summary.isCompleted) expectKept(tab, stepId, capture);
        }
        const completion = tab.journey.getCompletion();
        expect('complete' in completion, 'completing is offered while it can be done').toBe(!summary.summary.isCompleted);
      }
      for (const tab of tabs) tab.close();
    },
  };
}
