import type { ScenarioSubmission } from '@stepframe/sandbox';
import { createRelay } from '@stepframe/relay';
import { toNodeListener } from '@stepframe/relay/node';
import { serveSandbox } from '@stepframe/sandbox/node';
import { bundlePage } from '../harness/bundlePage.ts';
import { createRandom } from '../harness/createRandom.ts';
import { describeMachine, type Machine } from '../harness/describeMachine.ts';
import { openPage } from '../harness/openPage.ts';
import { servePage } from '../harness/servePage.ts';
import { countBusiest, type PollingRun } from './PollingRun.ts';

const tabs = 3;
const earliestMs = 4_000;
const latestMs = 40_000;

export interface RealPolling {
  readonly runs: readonly PollingRun[];
  readonly machine: Machine;
}

/**
 * The same over sockets, in three pages of a Chromium, through relay and sandbox: all steps of one journey are submitted at once, and each
 * has its verdict at a moment of its own.
 */
export async function measureReal(rounds: number): Promise<RealPolling> {
  const random = createRandom(2);
  const stepIds = Array.from({ length: rounds }, (_, index) => `step-${index}`);
  const processingMs = new Map(stepIds.map((stepId) => [stepId, earliestMs + random() * (latestMs - earliestMs)]));
  const toMs = ({ stepId }: ScenarioSubmission): number => processingMs.get(stepId) ?? earliestMs;
  const api = await serveSandbox({
    flows: {
      many: {
        steps: stepIds.map((stepId) => ({ stepId, stepType: 'Document', stepTitle: stepId })),
        scenario: { description: 'Each step in its time.', judge: () => ({ verdict: 'passed' }), processingMs: toMs },
      },
    },
  });
  const relay = createRelay({
    credentials: api.sandbox.credentials,
    baseUrl: api.url,
    sessionSecret: 'a secret of the benchmark, long enough for a signature',
    authorize: () => ({ subject: 'person', flowId: 'many', referenceNo: 'bench' }),
  });
  const listener = toNodeListener(relay);
  const server = await servePage({ files: await bundlePage('tools/bench/polling/page.ts'), answer: (...call) => void listener(...call) });
  const opened = await openPage({ address: server.address });
  try {
    const pages = [opened.page];
    while (pages.length < tabs) {
      const page = await opened.page.context().newPage();
      await page.goto(server.address);
      pages.push(page);
    }
    const start = await opened.page.evaluate(() => window.startJourney());
    for (const page of pages) await page.evaluate(([from, ids]) => window.openTab(from, ids), [start, stepIds] as const);
    await opened.page.waitForFunction(() => document.querySelector('p')?.textContent === '0');
    await opened.page.evaluate(() => window.submitAll());
    const isShown = (count: number): boolean => Object.keys(window.shownAtMs).length === count;
    for (const page of pages) await page.waitForFunction(isShown, rounds, { timeout: latestMs + 30_000 });
    const shown = await Promise.all(pages.map((page) => page.evaluate(() => window.shownAtMs)));
    opened.checkFaults();
    const busiest = countBusiest(api.sandbox.calls('summary').map(({ atMs }) => atMs));
    const runs = api.sandbox.submissions().map(({ stepId, receivedAtMs }) => {
      const verdictAtMs = receivedAtMs + (processingMs.get(stepId ?? '') ?? Number.NaN);
      return { delaysMs: shown.map((times) => (times[stepId ?? ''] ?? Number.NaN) - verdictAtMs), busiest };
    });
    return { runs, machine: describeMachine(opened.browser) };
  } finally {
    await opened.close();
    await server.close();
    await api.close();
  }
}
