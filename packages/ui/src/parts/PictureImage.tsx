'use client';

import type { PreparedImage } from '@stepframe/core';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';

export interface PictureImageProps {
  readonly picture: PreparedImage;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly style?: CSSProperties;
}

/**
 * A prepared picture, as it will be sent. On a canvas, because an address for an image element (`blob:`) is what a strict
 * Content-Security-Policy refuses, and what has to be given back.
 */
export function PictureImage({ picture: { blob, widthPx, heightPx }, label, style }: PictureImageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    let isHere = true;
    createImageBitmap(blob).then(
      (bitmap) => {
        if (isHere) element?.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
        bitmap.close();
      },
      // It was decoded a moment ago; without memory for it the name still says what it is.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [blob]);
  return <canvas ref={canvas} role="img" aria-label={label} width={widthPx} height={heightPx} style={style} />;
}
