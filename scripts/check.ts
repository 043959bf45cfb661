// `npm test`: every check there is. The last line is `N passed, N failed`; see CONTRIBUTING.md for each stage.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseStages } from './check/chooseStages.ts';
import { createTerminal } from './check/createTerminal.ts';
import type { Outcome } from './check/Outcome.ts';
import { runProgram, stopPrograms } from './check/runProgram.ts';
import { runStages } from './check/runStages.ts';
import type { StageResult } from './check/runStages.ts';
import type { Stage } from './check/Stage.ts';
import { stages } from './check/stages.ts';
import { toOutcomes } from './check/toOutcomes.ts';
import { findBrowser } from './findBrowser.ts';

const stageTimeoutMs = 10 * 60_000;

interface Ended extends StageResult {
  readonly outcomes: readonly Outcome[];
  readonly seconds: number;
}

const root = process.cwd();
const reports = mkdtempSync(join(tmpdir(), 'stepframe-check-'));
const terminal = createTerminal((text) => process.stdout.write(text));
const colour = process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopPrograms();
    rmSync(reports, { recursive: true, force: true });
    process.exit(130);
  });
}

try {
  const chosen = chooseStages(stages, process.argv.slice(2));
  console.log(await describeBrowser());
  const results = await runStages(chosen, { run, skip });
  summarise(results);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function run(stage: Stage): Promise<Ended> {
  const missing = stage.isMissing?.() ?? null;
  if (missing !== null) return leaveOut(stage, missing);
  const pane = terminal.open();
  pane.write(`\n── ${stage.title} (${stage.id}) ${'─'.repeat(Math.max(0, 60 - stage.title.length - stage.id.length))}\n`);
  const startedAt = Date.now();
  const report = join(reports, `${stage.id}.json`);
  // A tool's chatter is worth reading only when it fails; tests and steps are shown as they end.
  const isQuiet = stage.counts === 'tool';
  let kept = '';
  const exitCode = await runProgram({
    command:
      stage.counts === 'vitest'
        ? [...stage.command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
        : stage.command,
    env: { ...colour, STEPS_FILE: report },
    write: (text) => (isQuiet ? (kept += text) : pane.write(text)),
    timeoutMs: stageTimeoutMs,
  });
  const outcomes = toOutcomes(stage, { exitCode, report: readIfThere(report) }, root);
  const seconds = (Date.now() - startedAt) / 1000;
  const passed = !outcomes.some(({ status }) => status === 'failed');
  if (!passed) pane.write(kept);
  pane.write(`${passed ? '✓' : '✗'} ${stage.title}: ${count(outcomes)} in ${seconds.toFixed(1)} s\n`);
  pane.close();
  return { stage, passed, outcomes, seconds };
}

function skip(stage: Stage, failedNeed: string): Ended {
  const name = `${stage.title}: not run, because it needs "${failedNeed}", which failed`;
  const pane = terminal.open();
  pane.write(`\n- ${name}\n`);
  pane.close();
  return { stage, passed: false, outcomes: [{ name, status: 'skipped' }], seconds: 0 };
}

function leaveOut(stage: Stage, reason: string): Ended {
  const pane = terminal.open();
  pane.write(`\n- ${stage.title}: left out, because ${reason}\n`);
  pane.close();
  return { stage, passed: true, outcomes: [], seconds: 0 };
}

function summarise(results: readonly Ended[]): void {
  console.log('\n── Summary ' + '─'.repeat(54));
  for (const { stage, passed, outcomes, seconds } of results) {
    const mark = outcomes.length === 0 ? '-' : passed ? '✓' : '✗';
    const result = outcomes.length === 0 ? 'left out' : count(outcomes);
    console.log(`${mark} ${stage.id.padEnd(10)} ${result.padEnd(32)} ${seconds.toFixed(1)} s`);
  }
  const failing = results.filter(({ outcomes }) => outcomes.some(({ status }) => status === 'failed'));
  for (const { stage, outcomes } of failing) {
    console.log(`\n${stage.title}; again with: npm test -- --only ${stage.id}`);
    for (const { name, status } of outcomes) if (status === 'failed') console.log(`  ✗ ${name}`);
  }
  console.log(`\n${count(results.flatMap(({ outcomes }) => outcomes))}`);
}

/** `N passed, N failed`, which continuous integration reads from the last line. */
function count(outcomes: readonly Outcome[]): string {
  const of = (status: Outcome['status']): number => outcomes.filter((outcome) => outcome.status === status).length;
  const skipped = of('skipped');
  return `${of('passed')} passed, ${of('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function describeBrowser(): Promise<string> {
  try {
    const { path, source } = await findBrowser();
    return `Browser: ${path} (${source})`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
