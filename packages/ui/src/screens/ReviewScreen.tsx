import type { Pictures, Side } from '@stepframe/react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { PictureImage } from '../parts/PictureImage.tsx';
import { Screen } from '../parts/Screen.tsx';
import type { StepKind } from '../step/stepKind.ts';

export interface ReviewScreenProps {
  readonly kind: StepKind;
  readonly pictures: Pictures;
  /** The side still to take. */
  readonly missing: Side | null;
  readonly onRetake: (side: Side) => void;
  readonly onNext: () => void;
  readonly onSend: () => void;
}

/** The pictures as they will be sent, side by side, each to be taken again if it is no good. */
export function ReviewScreen({ kind, pictures, missing, onRetake, onNext, onSend }: ReviewScreenProps): ReactNode {
  const t = useMessages();
  const taken = (['front', 'back'] as const).flatMap((side) => {
    const picture = pictures[side];
    return picture ? [{ side, picture }] : [];
  });
  const isSingle = taken.length === 1;
  return (
    <Screen
      name="review"
      title={t(`${kind}.review.title`)}
      lead={t(`${kind}.review.lead`)}
      actions={
        <>
          {missing ? (
            <Button rank="primary" onClick={onNext}>
              {t('action.next', { side: t(`${kind}.${missing}`) })}
            </Button>
          ) : (
            <Button rank="primary" onClick={onSend}>
              {t(isSingle ? 'action.send' : 'action.sendBoth')}
            </Button>
          )}
          {isSingle && taken[0] && <Button onClick={() => taken[0] && onRetake(taken[0].side)}>{t('action.retake')}</Button>}
        </>
      }
    >
      <div className="sf-pictures" data-count={taken.length}>
        {taken.map(({ side, picture }) => (
          <figure className="sf-picture-frame" key={side}>
            <PictureImage picture={picture} label={t(`${kind}.picture.${side}`)} />
            {!isSingle && (
              <figcaption>
                <Button rank="quiet" onClick={() => onRetake(side)}>
                  {t('action.retakeSide', { side: t(`${kind}.${side}`) })}
                </Button>
              </figcaption>
            )}
          </figure>
        ))}
      </div>
    </Screen>
  );
}
