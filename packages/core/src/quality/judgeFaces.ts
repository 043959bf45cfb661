import type { FramingOptions } from './judgeFraming.ts';
import type { Box, FrameIssue } from './frameReport.ts';

/** A detector's box ends a little short of the head, so one that touches the frame's edge is cut off. */
const edgeShare = 0.002;

/** Says what is wrong with where the faces are, what to mend first standing first. Nothing is said without a face finder. */
export function judgeFaces(faces: readonly Box[] | null, { frameWidthPx, frameHeightPx, thresholds }: FramingOptions): FrameIssue[] {
  if (!faces) return [];
  const [face, ...others] = faces;
  if (!face) return ['no-face'];
  if (others.length > 0) return ['several-faces'];
  const width = face.width / frameWidthPx;
  const height = face.height / frameHeightPx;
  const left = face.x / frameWidthPx;
  const top = face.y / frameHeightPx;
  const isTooClose = Math.max(width, height) > thresholds.maxFaceSide;
  const isCutOff = Math.min(left, top, 1 - left - width, 1 - top - height) < edgeShare;
  const issues: FrameIssue[] = [];
  if (isTooClose) issues.push('face-too-close');
  if (isCutOff) issues.push('face-cut-off');
  if (face.width < thresholds.minFaceWidth * Math.min(frameWidthPx, frameHeightPx)) issues.push('face-too-far');
  if (Math.abs(left + width / 2 - 0.5) > thresholds.maxFaceOffsetX || Math.abs(top + height / 2 - 0.5) > thresholds.maxFaceOffsetY) {
    issues.push('face-off-centre');
  }
  return issues;
}
