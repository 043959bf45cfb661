import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from '../bench/harness/formatTable.ts';
import { assessFrame } from '../../packages/core/src/quality/assessFrame.ts';
import type { FrameIssue } from '../../packages/core/src/quality/frameReport.ts';
import type { FrameMemory } from '../../packages/core/src/quality/frameMemory.ts';
import { formatShare, type Targets } from './createTargets.ts';
import { decodePlanes } from './decodePlanes.ts';
import type { EvalItem, LabelledBox } from './EvalItem.ts';
import { labelIssue } from './labelIssue.ts';
import type { Section } from './Section.ts';
import { splitMotionJpeg } from '../../tests/support/splitMotionJpeg.ts';

interface FrameLabel {
  readonly expected: string;
  /** Of the face, in clips of faces. */
  readonly box?: LabelledBox | null;
}

interface JudgedFrame {
  readonly expected: string;
  readonly issues: readonly FrameIssue[];
  readonly asLabelled: boolean;
}

async function judgeClip(folder: string, { file, labelsFile = '' }: EvalItem): Promise<readonly JudgedFrame[]> {
  const path = join(folder, labelsFile);
  if (!labelsFile || !existsSync(path)) throw new Error(`The labels of ${file} are not there; its \`labelsFile\` is "${labelsFile}".`);
  const labels = JSON.parse(readFileSync(path, 'utf8')) as readonly FrameLabel[];
  const frames = splitMotionJpeg(readFileSync(join(folder, file)));
  if (frames.length !== labels.length) throw new Error(`${file} has ${frames.length} frames and ${labels.length} labels.`);
  const subject = labels.some((label) => 'box' in label) ? 'face' : 'document';
  const judged: JudgedFrame[] = [];
  let memory: FrameMemory | undefined;
  for (const [index, { expected, box }] of labels.entries()) {
    const faces = box ? [{ x: box[0], y: box[1], width: box[2], height: box[3] }] : [];
    const planes = await decodePlanes(frames[index] ?? Buffer.alloc(0));
    const assessed = assessFrame(planes, { subject, ...(subject === 'face' && { faces }) }, memory);
    memory = assessed.memory;
    const { issues } = assessed.report;
    const wanted = labelIssue(expected, subject);
    judged.push({ expected, issues, asLabelled: wanted ? issues.includes(wanted) : issues.length === 0 });
  }
  return judged;
}

/** Runs of frames with the same label. */
function groupRuns(frames: readonly JudgedFrame[]): readonly (readonly [first: number, frames: readonly JudgedFrame[]])[] {
  const runs: [number, JudgedFrame[]][] = [];
  for (const [index, frame] of frames.entries()) {
    const last = runs.at(-1);
    if (last && last[1][0]?.expected === frame.expected) last[1].push(frame);
    else runs.push([index, [frame]]);
  }
  return runs;
}

/** How the frames of clips are judged one after the other, as a camera would give them. No frame that is not good may pass for good. */
export async function tellClips(folder: string, clips: readonly EvalItem[], targets: Targets): Promise<Section> {
  const lines: string[] = [];
  const data: Record<string, object> = {};
  for (const clip of clips) {
    const frames = await judgeClip(folder, clip);
    const rows = groupRuns(frames).map(([first, run]) => [
      `${first} to ${first + run.length - 1}: ${run[0]?.expected ?? ''}`,
      String(run.filter(({ asLabelled }) => asLabelled).length),
      String(run.length),
      String(run.filter(({ issues }) => issues.length === 0).length),
      [...new Set(run.flatMap(({ issues }) => issues))].join(' '),
    ]);
    const good = frames.filter(({ expected }) => expected === 'ok');
    const passed = frames.filter(({ issues, expected }) => issues.length === 0 && expected !== 'ok');
    const firstGood = frames.findIndex(({ issues }) => issues.length === 0);
    const goodShare = good.filter(({ asLabelled }) => asLabelled).length / good.length;
    lines.push(
      formatTable([clip.file, 'as labelled', 'frames', 'passed', 'issues'], rows),
      `First frame that passes: ${firstGood}, labelled ${frames[firstGood]?.expected ?? 'nothing'}. As labelled: ${formatShare(frames.filter(({ asLabelled }) => asLabelled).length / frames.length)}.`,
      `Good frames that pass: ${targets.judge({ name: `good frames of ${clip.file} that pass`, measured: goodShare, atLeast: 0.8 })} (asked: at least 0.8). ` +
        `Others that pass: ${targets.judge({ name: `others of ${clip.file} that pass`, measured: passed.length / (frames.length - good.length), atMost: 0.05 })} (asked: at most 0.05).`,
      '',
    );
    data[clip.file] = frames;
  }
  return { title: 'Clips, frame after frame', lines, data };
}
