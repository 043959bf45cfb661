'use client';

import { defaultImageLimits, type FileType } from '@stepframe/core/capture';
import { useContext, useMemo } from 'react';
import { type PictureSettings, PictureSettingsContext } from './PictureSettings.ts';

/** What may be chosen as a file, by the limits and decoders in force. */
export interface FileRules {
  /** For the `accept` attribute of a file input. It only filters the list: what is chosen past it is judged by its bytes. */
  readonly accept: string;
  /** The accepted types that any browser or a decoder reads, JPEG first. */
  readonly types: readonly FileType[];
  /** A larger file is refused unread, in bytes. */
  readonly maxSourceBytes: number;
}

/**
 * What every browser reads. Safari reads HEIC too, but for an input that does not ask for it the system hands the photo over as JPEG
 * (WebKit, `findImagesForTranscoding`), so only a decoder makes HEIC worth asking for.
 */
const readEverywhere = /^image\/(jpeg|png|webp|avif|gif|bmp)$/;

const jpeg: readonly FileType[] = ['image/jpeg'];

/** Also by extension, because Windows knows no MIME type for such files. */
const heic = 'image/heic,image/heif,.heic,.heif';

/** The rules that follow from settings; what is left out has the defaults of `prepareImage`. Pure. */
export function toFileRules({ limits, decoders = {} }: PictureSettings): FileRules {
  const { acceptedTypes, maxSourceBytes } = { ...defaultImageLimits, ...limits };
  const isRead = (type: FileType) => decoders[type] || readEverywhere.test(type);
  // JPEG first, because macOS turns other photos into the first type that it can write.
  const types = [
    ...jpeg.filter((type) => acceptedTypes.includes(type)),
    ...acceptedTypes.filter((type) => !jpeg.includes(type) && isRead(type)),
  ];
  return { accept: types.map((type) => (type === 'image/heic' ? heic : type)).join(), types, maxSourceBytes };
}

/**
 * What a file input of a step should accept, by its own settings and those of the `StepframeProvider`, as `useCapture` prepares by them.
 *
 * ```tsx
 * const { accept } = useFileRules();
 * <input type="file" accept={accept} />
 * ```
 */
export function useFileRules({ limits, decoders }: PictureSettings = {}): FileRules {
  const shared = useContext(PictureSettingsContext);
  return useMemo(
    () => toFileRules({ limits: { ...shared.limits, ...limits }, decoders: { ...shared.decoders, ...decoders } }),
    [shared, limits, decoders],
  );
}
