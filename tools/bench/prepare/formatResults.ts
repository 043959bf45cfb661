import { compareTimes } from '../harness/compareTimes.ts';
import { formatTable } from '../harness/formatTable.ts';
import type { MemoryResult } from './collectMemory.ts';
import type { PrepareResult, PrepareResults } from './collectResults.ts';
import type { PrepareSize } from './measureSize.ts';
import { type ContestantId, tasks } from './tasks.ts';

const names: Readonly<Record<ContestantId, string>> = {
  ours: 'Stepframe',
  bic: 'browser-image-compression, main thread',
  'bic-worker': 'browser-image-compression, its worker',
  compressorjs: 'compressorjs',
  canvas: '<img> + drawImage + toBlob',
  pica: 'pica',
  sharp: 'sharp, one thread, no browser',
};

/** One Markdown table for each task, how quiet the machine was, and what the code weighs. */
export function formatResults({ results, idleGapMs }: PrepareResults, size: PrepareSize): string {
  const parts = tasks.flatMap(({ id, title }) => {
    const ofTask = results.filter(({ task }) => task === id);
    return ofTask.length > 0 ? [`### ${title}\n\n${formatTask(ofTask)}`] : [];
  });
  const bytes = `prepareImage after gzip: ${size.page} bytes in the page + ${size.worker} in the worker, whose script has ${size.wholeWorker} with what it holds for live frames.`;
  const noise = `While nothing ran, the longest gap was ${ms(idleGapMs.median)} ms (${ms(idleGapMs.min)}-${ms(idleGapMs.max)}): that much is the machine's own.`;
  return [...parts, noise, bytes].join('\n\n');
}

function formatTask(results: readonly PrepareResult[]): string {
  const head = [
    '',
    'ms',
    'min-max',
    'cold',
    'x BIC',
    'x its worker',
    'CPU ms',
    'x BIC / its worker',
    'gap ms',
    '> 50 ms',
    'result',
    'KB',
    'SSIM',
  ];
  const rows = results.map((result) => [
    names[result.contestant],
    ms(result.ms.median),
    `${ms(result.ms.min)}-${ms(result.ms.max)}`,
    ms(result.coldMs),
    formatRatio(result, results, 'bic'),
    formatRatio(result, results, 'bic-worker'),
    result.cpuMs ? ms(result.cpuMs) : '-',
    `${formatCpuRatio(result, results, 'bic')} / ${formatCpuRatio(result, results, 'bic-worker')}`,
    result.longestGapMs ? ms(result.longestGapMs.median) : '-',
    result.over50Ms ? result.over50Ms.median.toFixed(0) : '-',
    `${result.widthPx} x ${result.heightPx}${result.isUpright ? '' : ', turned'}${result.isClean ? '' : ', with EXIF'}`,
    (result.bytes / 1000).toFixed(0),
    result.ssim.toFixed(4),
  ]);
  return formatTable(head, rows);
}

/** How many times as fast as a rival, with the quartiles of the rounds. */
function formatRatio({ rounds }: PrepareResult, results: readonly PrepareResult[], rivalId: ContestantId): string {
  const rival = results.find(({ contestant }) => contestant === rivalId);
  if (!rival) return '-';
  const { median, low, high } = compareTimes(rounds, rival.rounds);
  return `${median.toFixed(2)} (${low.toFixed(1)}-${high.toFixed(1)})`;
}

function formatCpuRatio({ cpuMs }: PrepareResult, results: readonly PrepareResult[], rivalId: ContestantId): string {
  const rivalMs = results.find(({ contestant }) => contestant === rivalId)?.cpuMs;
  return cpuMs && rivalMs ? (rivalMs / cpuMs).toFixed(1) : '-';
}

/** One Markdown table of memory. */
export function formatMemory(results: readonly MemoryResult[]): string {
  const rows = results.map(({ task, contestant, median, min, max }) => [
    names[contestant],
    tasks.find(({ id }) => id === task)?.title ?? task,
    median.toFixed(0),
    `${min.toFixed(0)}-${max.toFixed(0)}`,
  ]);
  return formatTable(['peak growth of resident memory', 'task', 'MB', 'min-max'], rows);
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
