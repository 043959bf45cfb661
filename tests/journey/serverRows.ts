import type { Fault } from '@stepframe/sandbox';
import { createPicture } from './createPicture.ts';
import type { Stage } from './openStage.ts';
import type { FaultRow } from './playFault.ts';

const hourMs = 3_600_000;
const lost: Fault = { at: 'taken', effect: 'cut' };

async function submit(stage: Stage): Promise<void> {
  stage.submit();
  await stage.world.clock.advance(1_000);
}

/** Another picture goes first, and has its verdict. */
async function submitAnother(stage: Stage): Promise<void> {
  stage.submit({ pictures: [createPicture()] });
  await stage.untilStill();
  stage.begin();
}

function expiring(isKnown: boolean): readonly FaultRow[] {
  const then = isKnown ? 'the relay renews it' : 'the host does not know the person any more';
  return [
    {
      section: 'The session',
      fault: `expired before it is sent; ${then}`,
      async play(stage) {
        stage.world.setSignedIn(isKnown);
        await stage.world.clock.jump(hourMs);
        stage.submit();
      },
    },
    {
      section: 'The session',
      fault: `expired while the verdict is awaited; ${then}`,
      async play(stage) {
        await submit(stage);
        stage.tab.setVisible(false);
        stage.world.setSignedIn(isKnown);
        await stage.world.clock.jump(hourMs);
        stage.tab.setVisible(true);
      },
    },
  ];
}

function killing(when: string, hop: 'line' | 'api', at: Fault['at'] | null): FaultRow {
  return {
    section: 'The relay',
    fault: `killed ${when}, and started again three seconds later`,
    async play(stage) {
      if (at) stage.inject(hop, 'processStep', { at, effect: 'stall' });
      await submit(stage);
      await stage.world.restartRelay();
    },
  };
}

const verdicts: readonly FaultRow[] = [
  {
    section: 'The verdict',
    fault: 'the picture that was rejected is sent again',
    options: { rejections: 1 },
    async play(stage) {
      stage.submit();
      await stage.untilStill();
      stage.submit();
    },
  },
  {
    section: 'The verdict',
    fault: 'the answer is lost, and the verdict is the same as the one before',
    options: { rejections: 2 },
    async play(stage) {
      await submitAnother(stage);
      stage.inject('line', 'processStep', lost);
      stage.submit();
    },
  },
  {
    section: 'The verdict',
    fault: 'the answer is lost while offline, and the verdict, the same as the one before, comes meanwhile',
    options: { rejections: 2 },
    async play(stage) {
      await submitAnother(stage);
      stage.inject('line', 'processStep', { at: 'taken', effect: 'stall' });
      await submit(stage);
      stage.tab.setOnline(false);
      await stage.world.clock.advance(60_000);
      stage.tab.setOnline(true);
    },
  },
  {
    section: 'The verdict',
    fault: 'comes at once',
    options: { processingMs: 0 },
    play: (stage) => stage.submit(),
  },
  {
    section: 'The verdict',
    fault: 'comes at once, and the answer is lost',
    options: { processingMs: 0 },
    play(stage) {
      stage.inject('line', 'processStep', lost);
      stage.submit();
    },
  },
  {
    section: 'The verdict',
    fault: 'comes after ten minutes',
    options: { processingMs: 600_000 },
    play: (stage) => stage.submit(),
  },
];

/** Front and back in calls of their own. */
const sides: readonly FaultRow[] = (
  [
    ['the front is cut with 50 % of it sent', 1, { at: { requestShare: 0.5 }, effect: 'cut' }],
    ['the answer to the front is lost', 1, lost],
    ['the back is cut with 50 % of it sent', 2, { at: { requestShare: 0.5 }, effect: 'cut' }],
    ['the answer to the back is lost', 2, lost],
    ['the back is answered 400', 2, { effect: { status: 400 } }],
  ] as const
).map(([fault, from, injected]) => ({
  section: 'Two sides in two calls',
  fault,
  options: { sides: 'separate' },
  play(stage) {
    stage.world.sandbox.inject({ operation: 'processStep', from, fault: injected });
    stage.submit();
  },
}));

const backend: readonly FaultRow[] = [
  {
    section: 'The backend',
    fault: 'opens the step again after it was accepted',
    async play(stage) {
      await submitAnother(stage);
      stage.world.sandbox.reopenStep(stage.world.journeyId, '0');
      await stage.world.clock.advance(40_000);
      stage.submit();
    },
  },
  {
    section: 'The backend',
    fault: 'completes the journey and opens the step again while the tab is hidden',
    async play(stage) {
      const { sandbox, journeyId, clock } = stage.world;
      await submitAnother(stage);
      stage.tab.setVisible(false);
      sandbox.completeJourney(journeyId);
      await clock.advance(40_000);
      sandbox.reopenStep(journeyId, '0');
      stage.tab.setVisible(true);
      await clock.advance(3_000);
      stage.submit();
    },
  },
  {
    section: 'The backend',
    fault: 'submits the step itself while the picture is under way',
    async play(stage) {
      const { connectStraight, journeyId } = stage.world;
      stage.inject('line', 'processStep', { at: { requestShare: 0.5 }, effect: 'proceed', delayMs: 3_000 });
      await submit(stage);
      await connectStraight().processStep({ journeyId, stepId: '0', image: createPicture() });
    },
  },
];

/** What happens at the servers, and between them. */
export const serverRows: readonly FaultRow[] = [
  ...expiring(true),
  ...expiring(false),
  killing('with 50 % of it sent', 'line', { requestShare: 0.5 }),
  killing('with all of it sent and not carried out', 'api', 'received'),
  killing('before the answer', 'api', 'taken'),
  killing('while the verdict is awaited', 'api', null),
  ...verdicts,
  ...sides,
  ...backend,
];
