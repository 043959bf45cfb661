'use client';

import type { PreparedImage } from '@stepframe/core';
import { type ReactNode, useEffect, useRef } from 'react';

export interface PictureImageProps {
  readonly picture: PreparedImage;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** Shows a prepared picture, as it will be sent. Its object URL lives as long as the element. */
export function PictureImage({ picture, label }: PictureImageProps): ReactNode {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(picture.blob);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return (
    <img
      ref={image}
      className="sf-picture"
      alt={label}
      width={picture.widthPx}
      height={picture.heightPx}
      // Without a stylesheet it must still fit its column.
      style={{ maxWidth: '100%', height: 'auto' }}
    />
  );
}
