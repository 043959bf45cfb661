import type { Fault } from '@stepframe/sandbox';
import { callFaults } from './callFaults.ts';
import type { Hop, Stage } from './openStage.ts';
import type { FaultRow } from './playFault.ts';

/** The two places between a browser and the API. */
export const hops: Readonly<Record<Hop, string>> = { line: 'between browser and relay', api: 'between relay and API' };

async function untilAccepted(stage: Stage): Promise<void> {
  stage.submit();
  await stage.untilStill();
}

const plays: Readonly<Record<'processStep' | 'summary' | 'complete', (stage: Stage, hop: Hop, fault: Fault) => void | Promise<void>>> = {
  processStep(stage, hop, fault) {
    stage.inject(hop, 'processStep', fault);
    stage.submit();
  },
  async summary(stage, hop, fault) {
    stage.submit();
    await stage.world.clock.advance(1_000);
    stage.inject(hop, 'summary', fault);
  },
  async complete(stage, hop, fault) {
    await untilAccepted(stage);
    stage.begin();
    stage.inject(hop, 'complete', fault);
    stage.complete();
  },
};

const titles = { processStep: 'Submitting', summary: 'Waiting for the verdict', complete: 'Completing' } as const;

const onceRows: readonly FaultRow[] = (['processStep', 'summary', 'complete'] as const).flatMap((operation) =>
  (['line', 'api'] as const).flatMap((hop) =>
    callFaults.map(({ name, fault }) => ({
      section: `${titles[operation]}, ${hops[hop]}`,
      fault: name,
      play: (stage: Stage) => plays[operation](stage, hop, fault),
    })),
  ),
);

const stubbornRows: readonly FaultRow[] = (['line', 'api'] as const).flatMap((hop) =>
  (
    [
      ['429 each time', { at: 'received', effect: { status: 429 } }],
      ['503 each time', { at: 'received', effect: { status: 503 } }],
      ['cut at connect each time', { at: 'connect', effect: 'cut' }],
      ['cut with 50 % of the request sent each time', { at: { requestShare: 0.5 }, effect: 'cut' }],
    ] as const
  ).map(([name, fault]) => ({
    section: `Submitting, ${hops[hop]}`,
    fault: name,
    play(stage: Stage) {
      stage.inject(hop, 'processStep', fault, Infinity);
      stage.submit();
    },
  })),
);

/** Every fault of a call, at each call of a journey that has begun, at both places. */
export const callRows: readonly FaultRow[] = interleave(onceRows, stubbornRows);

/** The stubborn ones follow those of their section. */
function interleave(rows: readonly FaultRow[], more: readonly FaultRow[]): readonly FaultRow[] {
  const sections = [...new Set(rows.map(({ section }) => section))];
  return sections.flatMap((section) => [...rows, ...more].filter((row) => row.section === section));
}
