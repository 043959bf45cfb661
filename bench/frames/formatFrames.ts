import { formatTable } from '../harness/formatTable.ts';
import type { Summary } from '../harness/summarize.ts';
import type { Throttled } from './holdThrottled.ts';

export interface FrameResult {
  readonly name: string;
  readonly fps: Summary;
  readonly mainMs: Summary;
  /** Share of the time that the main thread worked, the browser's own work for the video included; read it beside `fps`. */
  readonly load: Summary;
  readonly workMs: Summary | undefined;
}

const titles: Readonly<Record<string, string>> = {
  nothing: 'the video alone',
  ours: 'ours: VideoFrame to worker, all checks and the document',
  'canvas-small': 'drawImage 640x360 + getImageData, no checks',
  'canvas-full': 'drawImage 1920x1080 + getImageData, no checks',
  bitmap: 'createImageBitmap(video), no checks',
};

const span = ({ median, min, max }: Summary, digits: number) => `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;

/** Two Markdown tables: everyone at full speed, and ours held back. */
export function formatFrames(results: readonly FrameResult[], throttled: Throttled | undefined): string {
  const head = ['1080p, 15 frames a second', 'main thread ms a frame', 'its CPU %', 'worker ms a frame', 'frames/s'];
  const rows = results.map(({ name, fps, mainMs, load, workMs }) => [
    titles[name] ?? name,
    span(mainMs, 2),
    (load.median * 100).toFixed(1),
    workMs ? span(workMs, 1) : '-',
    fps.median.toFixed(1),
  ]);
  const table = formatTable(head, rows);
  if (!throttled) return table;
  const slow = formatTable(
    ['1080p, slowed', 'worker ms a frame', 'frames/s of 30'],
    [
      ['main thread 5x by DevTools (it leaves workers alone)', span(throttled.page.workMs, 1), span(throttled.page.fps, 1)],
      ['the same, and the worker does all of it 5 times', span(throttled.both.workMs, 1), span(throttled.both.fps, 1)],
    ],
  );
  return `${table}\n\n${slow}`;
}
