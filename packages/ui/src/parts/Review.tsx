'use client';

import { forwardRef, type ReactNode } from 'react';
import { ReplaceFile } from '../actions/ReplaceFile.tsx';
import { Retake } from '../actions/Retake.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { useStep } from '../step/StepContext.ts';
import type { Side } from '@stepframe/react';
import { PictureView } from './PictureView.tsx';
import { type Part, usePart } from './usePart.ts';

export interface ReviewState {
  /** How many pictures there are. */
  readonly count: number;
}

const sides = ['front', 'back'] as const;

/** The pictures as they will be sent, each to be enlarged; of two each can be replaced by itself. Nothing on other screens. */
export const Review: Part<'div', ReviewState> = forwardRef(function Review(props, ref) {
  const { screen } = useStep();
  const pictures = screen.name === 'review' ? screen.capture.pictures : {};
  const taken = sides.filter((side) => pictures[side]);
  const children = taken.map((side) => <ReviewedSide key={side} side={side} hasActions={taken.length > 1} />);
  const element = usePart('div', { state: { count: taken.length }, own: { className: 'sf-pictures', children }, props, ref });
  return taken.length > 0 ? element : null;
});

function ReviewedSide({ side, hasActions }: { readonly side: Side; readonly hasActions: boolean }): ReactNode {
  const t = useMessages();
  const { screen, kind } = useStep();
  const picture = screen.name === 'review' ? screen.capture.pictures[side] : undefined;
  if (!picture) return null;
  return (
    <figure className="sf-picture-frame">
      <PictureView picture={picture} label={t(`${kind}.picture.${side}`)} />
      {hasActions && (
        <figcaption className="sf-picture-actions">
          <ReplaceFile side={side} />
          <Retake side={side} />
        </figcaption>
      )}
    </figure>
  );
}
