import { formatTable } from '../harness/formatTable.ts';
import type { Summary } from '../harness/summarize.ts';
import type { Throttled } from './holdThrottled.ts';

export interface FrameResult {
  readonly name: string;
  readonly fps: Summary;
  /** Processor time of the main thread for each frame, whatever for: the browser's own work for the video is in it. */
  readonly mainMs: Summary;
  /** Of the worker for each frame looked at, by the clock. */
  readonly workMs: Summary | undefined;
  /** Processor time of the worker for each frame looked at, what it drops and its messages included. */
  readonly workerMs: Summary;
}

const titles: Readonly<Record<string, string>> = {
  nothing: 'the video alone',
  callback: 'a callback for each frame, nothing done',
  ours: "ours: the track's frames to the worker, all checks and the document",
  'ours-callback': 'ours where a browser cannot: VideoFrame to the worker',
  'canvas-small': 'drawImage 640x360 + getImageData, no checks',
  'canvas-full': 'drawImage 1920x1080 + getImageData, no checks',
  bitmap: 'createImageBitmap(video), no checks',
};

const span = ({ median, min, max }: Summary, digits: number) => `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;

/** Two Markdown tables: everyone at full speed, and ours held back. */
export function formatFrames(results: readonly FrameResult[], throttled: Throttled | undefined): string {
  const head = ['1080p, 15 frames a second', 'main thread CPU ms', 'over the video', 'worker ms', 'worker CPU ms', 'frames/s'];
  const alone = results.find(({ name }) => name === 'nothing');
  const rows = results.map(({ name, fps, mainMs, workMs, workerMs }) => [
    titles[name] ?? name,
    span(mainMs, 2),
    alone && name !== 'nothing' ? (mainMs.median - alone.mainMs.median).toFixed(2) : '-',
    workMs ? span(workMs, 1) : '-',
    workMs ? span(workerMs, 1) : '-',
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
