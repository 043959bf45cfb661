import type { FrameReport } from '../quality/frameReport.ts';

/** What guidance goes by: a report's issues, and for faces whether anybody looked for them. */
export type SeenFrame = Pick<FrameReport, 'issues'> & Partial<Pick<FrameReport, 'subject' | 'faces'>>;

/**
 * Whether a report without issues is one of a good picture. Of a face that nobody looked for, or that a finder gave no answer about,
 * only light, sharpness and motion are known: an empty oval has no issues either.
 */
export function knowsSubject({ subject, faces }: SeenFrame): boolean {
  return subject !== 'face' || Boolean(faces);
}
