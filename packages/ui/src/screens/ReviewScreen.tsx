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
  const single = taken.length === 1 ? taken[0] : undefined;
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
              {t(single ? 'action.send' : 'action.sendBoth')}
            </Button>
          )}
          {single && <Button onClick={() => onRetake(single.side)}>{t('action.retake')}</Button>}
        </>
      }
    >
      <div className="sf-pictures" data-count={taken.length}>
        {taken.map(({ side, picture }) => (
          <figure className="sf-picture-frame" key={side}>
            <PictureImage picture={picture} label={t(`${kind}.picture.${side}`)} />
            {!single && (
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
