import type { Side, StepScreen, TakenPicture } from '@stepframe/react';

export interface ReviewedPicture {
  readonly side: Side;
  readonly picture: TakenPicture;
  /** There is no other. */
  readonly isSingle: boolean;
}

/** The picture of a side under review, or the only one there is; `null` where nothing is reviewed or it is not said which. Pure. */
export function findReviewed(screen: StepScreen, asked: Side | undefined): ReviewedPicture | null {
  if (screen.name !== 'review') return null;
  const { pictures } = screen.capture;
  const isSingle = !(pictures.front && pictures.back);
  const side = asked ?? (isSingle ? (pictures.front ? 'front' : 'back') : undefined);
  const picture = side && pictures[side];
  return picture ? { side, picture, isSingle } : null;
}
