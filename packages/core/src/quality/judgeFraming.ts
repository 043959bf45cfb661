import type { FrameIssue } from './frameReport.ts';
import type { FoundDocument } from './quad/findDocument.ts';
import type { QualityThresholds } from './qualityThresholds.ts';

export interface FramingOptions {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  readonly thresholds: QualityThresholds;
}

/** Nearer to the frame's border than this share of its side, a corner is taken to touch it. */
const touch = 0.01;

const isSpanned = (places: readonly number[], side: number): boolean =>
  Math.min(...places) < side * touch && Math.max(...places) > side * (1 - touch);

/**
 * Says what is wrong with where a document lies in the frame, what to mend first standing first.
 *
 * One that reaches two opposite borders is too close and not called cut off: moving it aside would not help. Nor is one that is cut
 * off called too far or tilted: what is seen of it tells neither.
 */
export function judgeFraming(found: FoundDocument | null, { frameWidthPx, frameHeightPx, thresholds }: FramingOptions): FrameIssue[] {
  if (!found) return ['no-document'];
  const { quad, isCutOff, coverage, tiltDegrees } = found;
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  const longestSide = Math.max(
    ...quad.map(({ x, y }, index) => Math.hypot((xs[(index + 1) % 4] ?? 0) - x, (ys[(index + 1) % 4] ?? 0) - y)),
  );
  const isTooClose =
    isSpanned(xs, frameWidthPx) ||
    isSpanned(ys, frameHeightPx) ||
    longestSide > thresholds.maxDocumentSide * Math.max(frameWidthPx, frameHeightPx);
  if (isTooClose) return ['too-close'];
  if (isCutOff) return ['cut-off'];
  const issues: FrameIssue[] = [];
  if (coverage < thresholds.minCoverage) issues.push('too-far');
  if (tiltDegrees > thresholds.maxTiltDegrees) issues.push('tilted');
  return issues;
}
