import { join } from 'node:path';
import { assessFrame } from '../../packages/core/src/quality/assessFrame.ts';
import type { FrameReport, FrameSubject } from '../../packages/core/src/quality/frameReport.ts';
import { decodePlanes } from './decodePlanes.ts';
import type { EvalItem } from './EvalItem.ts';

/** A labelled picture and what was said of it. */
export interface AssessedItem {
  readonly item: EvalItem;
  readonly report: FrameReport;
}

/** Assesses pictures one by one, each as the first frame of its camera. Faces are taken from the labels: a face finder is no part of it. */
export async function assessItems(folder: string, items: readonly EvalItem[], subject: FrameSubject): Promise<readonly AssessedItem[]> {
  const assessed: AssessedItem[] = [];
  for (const item of items) {
    const faces = item.faceBoxes?.map(([x, y, width, height]) => ({ x, y, width, height }));
    const planes = await decodePlanes(join(folder, item.file));
    assessed.push({ item, report: assessFrame(planes, { subject, faces }).report });
  }
  return assessed;
}
