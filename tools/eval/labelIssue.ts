import type { FrameIssue, FrameSubject } from '../../packages/core/src/quality/frameReport.ts';

const issues: Readonly<Record<string, FrameIssue>> = {
  no_document: 'no-document',
  partial: 'cut-off',
  too_far: 'too-far',
  too_close: 'too-close',
  steep_angle: 'tilted',
  dark: 'dark',
  too_bright: 'bright',
  glare: 'glare',
  moving: 'moving',
  blur: 'blurred',
  no_face: 'no-face',
  multiple_faces: 'several-faces',
  too_small: 'face-too-far',
  off_centre: 'face-off-centre',
  face_cut_off: 'face-cut-off',
};

/** The issue that answers to a label; `null` for `ok` and for reasons that are not judged by single frames, such as `not_frontal`. */
export function labelIssue(expected: string, subject: FrameSubject): FrameIssue | null {
  const reason = expected.replace(/^reject:/, '');
  return reason === 'too_close' && subject === 'face' ? 'face-too-close' : (issues[reason] ?? null);
}
