import { findStepResult } from '@stepframe/core';
import type { Fault } from '@stepframe/sandbox';
import { createPicture } from './createPicture.ts';
import type { Stage } from './openStage.ts';
import type { FaultRow } from './playFault.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Stands still there, once. */
function stall(stage: Stage, at: NonNullable<Fault['at']>): void {
  stage.inject('line', 'processStep', { at, effect: 'stall' });
}

/** Sends it, and lets a second pass. */
async function submit(stage: Stage): Promise<void> {
  stage.submit();
  await stage.world.clock.advance(1_000);
}

async function goOffline(stage: Stage): Promise<void> {
  stage.tab.setOnline(false);
  await stage.world.clock.advance(minuteMs);
  stage.tab.setOnline(true);
}

const network: readonly FaultRow[] = [
  {
    section: 'The network',
    fault: 'offline before it is sent, for a minute',
    async play(stage) {
      stage.tab.setOnline(false);
      stage.submit();
      await goOffline(stage);
    },
  },
  {
    section: 'The network',
    fault: 'offline with 50 % of it sent, for a minute',
    async play(stage) {
      stall(stage, { requestShare: 0.5 });
      await submit(stage);
      await goOffline(stage);
    },
  },
  {
    section: 'The network',
    fault: 'offline with all of it sent and no answer, for a minute',
    async play(stage) {
      stall(stage, 'taken');
      await submit(stage);
      await goOffline(stage);
    },
  },
  {
    section: 'The network',
    fault: 'offline while the verdict is awaited, for a minute',
    async play(stage) {
      await submit(stage);
      await goOffline(stage);
    },
  },
];

const machine: readonly FaultRow[] = [
  {
    section: 'The machine',
    fault: 'asleep for an hour with 50 % of it sent',
    async play(stage) {
      stall(stage, { requestShare: 0.5 });
      await submit(stage);
      await stage.world.clock.jump(hourMs);
    },
  },
  {
    section: 'The machine',
    fault: 'asleep for an hour with all of it sent and no answer',
    async play(stage) {
      stall(stage, 'taken');
      await submit(stage);
      await stage.world.clock.jump(hourMs);
    },
  },
  {
    section: 'The machine',
    fault: 'asleep for an hour while the verdict is awaited',
    async play(stage) {
      await submit(stage);
      await stage.world.clock.jump(hourMs);
    },
  },
];

/** As the hooks do: the picture is kept with the name it is sent under, and what the summary says of the step. */
async function keep(stage: Stage): Promise<void> {
  const { journey } = stage.tab;
  const state = stage.state();
  const summary = journey.getSummary();
  const standing = JSON.stringify(summary.status === 'ready' && findStepResult(summary.summary, '0'));
  const sent = state.status === 'uploading' ? { key: state.key, standing } : null;
  if (!(await journey.vault?.save('0', { source: 'camera', front: stage.pictures[0], sent }))) throw new Error('Nothing was kept.');
}

/** Closes the tab, opens the journey anew, and sends what was kept. */
async function comeBack(stage: Stage): Promise<void> {
  stage.reopen();
  await stage.world.clock.advance(100);
  const kept = await stage.tab.journey.vault?.load('0');
  if (!kept?.front) throw new Error('The picture is not in the vault.');
  // Nothing is asked for when the summary shows that it arrived.
  if ('submit' in stage.state()) stage.submit({ pictures: [kept.front], ...(kept.sent && { earlierKey: kept.sent.key }) });
}

function closing(fault: string, at: NonNullable<Fault['at']>, isRestarted: boolean): FaultRow {
  return {
    section: 'The tab',
    fault: `closed ${fault}, and opened again${isRestarted ? ' after a restart of the relay' : ''}`,
    isVaulted: true,
    async play(stage) {
      stall(stage, at);
      await submit(stage);
      await keep(stage);
      if (isRestarted) await stage.world.restartRelay();
      await comeBack(stage);
    },
  };
}

/** Two tabs whose uploads take two seconds. */
async function openOther(stage: Stage) {
  const other = stage.openTab();
  await stage.world.clock.advance(100);
  stage.inject('line', 'processStep', { at: { requestShare: 0.5 }, effect: 'proceed', delayMs: 2_000 }, 2);
  stage.submit();
  return other;
}

async function hide(stage: Stage): Promise<void> {
  stage.tab.setVisible(false);
  await stage.world.clock.advance(minuteMs);
  stage.tab.setVisible(true);
}

const tab: readonly FaultRow[] = [
  {
    section: 'The tab',
    fault: 'hidden for a minute while the verdict is awaited',
    async play(stage) {
      await submit(stage);
      await hide(stage);
    },
  },
  {
    section: 'The tab',
    fault: 'hidden, and the answer is lost',
    async play(stage) {
      stage.inject('line', 'processStep', { at: 'taken', effect: 'cut' });
      stage.tab.setVisible(false);
      stage.submit();
      await hide(stage);
    },
  },
  ...[false, true].flatMap((isRestarted) => [
    closing('with 50 % of it sent', { requestShare: 0.5 }, isRestarted),
    closing('with all of it sent and not carried out', { requestShare: 1 }, isRestarted),
    closing('before the answer', 'taken', isRestarted),
  ]),
  {
    section: 'The tab',
    fault: 'closed while the verdict is awaited, and opened again',
    async play(stage) {
      await submit(stage);
      stage.reopen();
    },
  },
  {
    section: 'The tab',
    fault: 'the same picture is sent by two tabs at once',
    async play(stage) {
      const other = await openOther(stage);
      const state = stage.state();
      if (state.status !== 'uploading') throw new Error('It is not sent.');
      stage.submit({ tab: other, earlierKey: state.key });
    },
  },
  {
    section: 'The tab',
    fault: 'two pictures of the step are sent by two tabs at once',
    async play(stage) {
      stage.submit({ tab: await openOther(stage), pictures: [createPicture()] });
    },
  },
  {
    section: 'The tab',
    fault: 'sending is pressed twice',
    play(stage) {
      const state = stage.state();
      if (!('submit' in state)) throw new Error('Nothing can be sent.');
      state.submit(stage.pictures);
      state.submit(stage.pictures);
    },
  },
];

/** What happens to the person's own machine. */
export const browserRows: readonly FaultRow[] = [...network, ...machine, ...tab];
