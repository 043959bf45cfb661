'use client';

import type { TakenPicture } from '@stepframe/react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { PictureImage } from './PictureImage.tsx';
import { toCrop } from './toCrop.ts';

export interface PictureZoomProps {
  readonly picture: TakenPicture;
  readonly label: string;
  readonly onClose: () => void;
}

/** What one press enlarges by. */
const step = 1.5;

/** Beyond two CSS pixels for one of the picture there is nothing more to see. */
const largest = 2;

/** Room without a stylesheet, too; scrolled from the left in any language. */
const areaStyle = { overflow: 'auto', direction: 'ltr', minWidth: '60vw', minHeight: '60vh' } as const;

/**
 * A whole picture over the whole screen, enlarged to be checked for blur; moved by scrolling, which fingers, wheels and arrow keys do.
 * It begins at the document, twice as large as fits. Closed by its button or Escape, the focus goes back to where it was.
 */
export function PictureZoom({ picture, label, onClose }: PictureZoomProps): ReactNode {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLDivElement>(null);
  // CSS pixels for one of the picture; 0 until there is room to measure.
  const [{ scale, fitting }, setSize] = useState({ scale: 0, fitting: 0 });
  const crop = toCrop(picture);
  // In shares of the picture, what the middle of the area shows.
  const middle = useRef({ x: crop.left + crop.width / 2, y: crop.top + crop.height / 2 });

  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    const { widthPx, heightPx } = picture;
    if (scale === 0) {
      const whole = Math.min(box.clientWidth / widthPx, box.clientHeight / heightPx, 1);
      setSize({ fitting: whole, scale: Math.min((2 * whole) / Math.max(crop.width, crop.height), 1) });
    } else {
      box.scrollLeft = middle.current.x * widthPx * scale - box.clientWidth / 2;
      box.scrollTop = middle.current.y * heightPx * scale - box.clientHeight / 2;
    }
  }, [scale, picture, crop.width, crop.height]);

  const enlarge = (factor: number) => {
    const box = area.current;
    if (!box) return;
    const toShare = (scrolled: number, shown: number, all: number) => (scrolled + shown / 2) / Math.max(shown, all);
    middle.current = {
      x: toShare(box.scrollLeft, box.clientWidth, box.scrollWidth),
      y: toShare(box.scrollTop, box.clientHeight, box.scrollHeight),
    };
    setSize({ fitting, scale: Math.min(Math.max(scale * factor, fitting), largest) });
  };
  /** Where it was pressed, and from the largest back to the whole. */
  const enlargeAt = ({ detail, clientX, clientY, currentTarget }: MouseEvent) => {
    const isKey = detail === 0;
    enlarge(scale < largest ? step : 0);
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    if (!isKey) middle.current = { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === '+' || key === '=') enlarge(step);
    if (key === '-') enlarge(1 / step);
  };
  return (
    <dialog ref={dialog} className="sf-zoom" aria-label={label} onKeyDown={onKeyDown} onClose={onClose}>
      <div ref={area} className="sf-zoom-area" style={areaStyle}>
        {/* Focused first, so that arrow keys move the picture at once. */}
        <button type="button" className="sf-zoom-picture" onClick={enlargeAt}>
          <PictureImage
            picture={picture}
            label={label}
            style={{ display: 'block', width: picture.widthPx * scale, height: picture.heightPx * scale, maxWidth: 'none' }}
          />
        </button>
      </div>
      <div className="sf-zoom-bar">
        <button type="button" className="sf-tool" aria-disabled={scale <= fitting} onClick={() => enlarge(1 / step)}>
          <Icon name="minus" />
          <span className="sf-visually-hidden">{t('zoom.smaller')}</span>
        </button>
        <button type="button" className="sf-tool" aria-disabled={scale >= largest} onClick={() => enlarge(step)}>
          <Icon name="plus" />
          <span className="sf-visually-hidden">{t('zoom.larger')}</span>
        </button>
        <button type="button" className="sf-tool sf-zoom-close" onClick={() => dialog.current?.close()}>
          <span>{t('action.close')}</span>
        </button>
      </div>
    </dialog>
  );
}
