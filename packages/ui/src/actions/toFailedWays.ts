import type { StepContextValue } from '../step/StepContext.ts';
import type { TakenPicture } from '@stepframe/react';

/** What is offered where something could not be sent. */
export interface FailedWays {
  /** The very pictures that were rejected a moment ago. */
  readonly isSame: boolean;
  /** The one picture, where another one in its place is the likeliest way on. */
  readonly single: TakenPicture | null;
  /** Back to both pictures, each of which can be replaced there, is the likeliest way on. */
  readonly leadsBack: boolean;
  /** The session is over. */
  readonly isOver: boolean;
}

/** The likeliest ways on from a failure; `null` on other screens. Pure. */
export function toFailedWays({ screen, capture }: Pick<StepContextValue, 'screen' | 'capture'>): FailedWays | null {
  if (screen.name !== 'failed') return null;
  const { front, back } = capture.status === 'reviewing' ? capture.pictures : {};
  const { code } = screen.step.error;
  const isSame = code === 'step/same-picture';
  const single = isSame && front && !back ? front : null;
  return { isSame, single, leadsBack: isSame && !single, isOver: code === 'request/session-expired' };
}
