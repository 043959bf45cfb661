import type { FrameIssue } from './frameReport.ts';
import { measureLongestSide } from './measureLongestSide.ts';
import type { FoundDocument } from './quad/describeOutline.ts';
import type { QualityThresholds } from './qualityThresholds.ts';

export interface FramingOptions {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  readonly thresholds: QualityThresholds;
}

/** Nearer to the frame's border than this share of its side, a corner is taken to touch it. */
const touch = 0.01;

/** What is found of a frame that shows nothing but the document. */
const fullCoverage = 0.999;

const isSpanned = (places: readonly number[], side: number): boolean =>
  Math.min(...places) < side * touch && Math.max(...places) > side * (1 - touch);

/**
 * Says what is wrong with where a document lies in the frame, what to mend first standing first.
 *
 * One that reaches two opposite borders is too close; only one that leaves the frame on all sides is called cut off as well, because
 * moving the others aside would not help. One that is cut off is neither too far nor tilted: what is seen of it tells neither. A frame
 * full of print with margins is a scan, and nothing is wrong with it.
 */
export function judgeFraming(found: FoundDocument | null, { frameWidthPx, frameHeightPx, thresholds }: FramingOptions): FrameIssue[] {
  if (!found) return ['no-document'];
  const { quad, isCutOff, coverage, tiltDegrees } = found;
  if (coverage >= fullCoverage) return isCutOff ? ['too-close', 'cut-off'] : [];
  const isTooClose =
    isSpanned(
      quad.map(({ x }) => x),
      frameWidthPx,
    ) ||
    isSpanned(
      quad.map(({ y }) => y),
      frameHeightPx,
    ) ||
    measureLongestSide(quad) > thresholds.maxDocumentSide * Math.max(frameWidthPx, frameHeightPx);
  if (isTooClose) return ['too-close'];
  if (isCutOff) return ['cut-off'];
  const issues: FrameIssue[] = [];
  if (coverage < thresholds.minCoverage) issues.push('too-far');
  if (tiltDegrees > thresholds.maxTiltDegrees) issues.push('tilted');
  return issues;
}
