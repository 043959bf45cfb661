'use client';

import type { TakenPicture } from '@stepframe/react';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { PictureImage } from './PictureImage.tsx';
import { PictureZoom } from './PictureZoom.tsx';
import { toCrop } from './toCrop.ts';

export interface PictureViewProps {
  readonly picture: TakenPicture;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

const percent = (share: number) => `${share * 100}%`;

/** A picture under review: its document as large as there is room, and a button that enlarges all of it. What is sent is not cropped. */
export function PictureView({ picture, label }: PictureViewProps): ReactNode {
  const t = useMessages();
  const [isEnlarged, setIsEnlarged] = useState(false);
  const { left, top, width, height } = toCrop(picture);
  const ratio = (width * picture.widthPx) / (height * picture.heightPx);
  return (
    <div className="sf-picture" style={{ '--_sf-ratio': ratio, position: 'relative', maxWidth: '100%' } as CSSProperties}>
      {/* By attribute, because without a stylesheet, too, only the part is shown and fits its column. */}
      <div className="sf-crop" style={{ position: 'relative', overflow: 'hidden', aspectRatio: ratio }}>
        <PictureImage
          picture={picture}
          label={label}
          style={{
            position: 'absolute',
            left: percent(-left / width),
            top: percent(-top / height),
            width: percent(1 / width),
            maxWidth: 'none',
            height: percent(1 / height),
          }}
        />
      </div>
      <button type="button" className="sf-enlarge" aria-haspopup="dialog" onClick={() => setIsEnlarged(true)}>
        <Icon name="enlarge" />
        <span className="sf-visually-hidden">{`${t('action.enlarge')}: ${label}`}</span>
      </button>
      {isEnlarged && <PictureZoom picture={picture} label={label} onClose={() => setIsEnlarged(false)} />}
    </div>
  );
}
