import type { FrameIssue, FrameReport } from '../quality/frameReport.ts';

/** Keeps bad frames back when the shutter is pressed; for hosts that ask for it. */
export interface CaptureGate {
  /** How often at most a picture of one side is refused. Then everything passes: a gate that never opens locks people out. */
  readonly tries: number;
}

/**
 * Says why a frame is not let through, or `null` when it is. Pure.
 *
 * @param report of the frame, or of one just before; `null` when none is at hand, and it passes.
 * @param refusals how often this side was refused so far
 * @param gate left out: everything passes.
 */
export function checkGate(report: Pick<FrameReport, 'issues'> | null, refusals: number, gate: CaptureGate | undefined): FrameIssue | null {
  return gate && refusals < gate.tries ? (report?.issues[0] ?? null) : null;
}
