'use client';

import type { ImageDecoders, ImageLimits } from '@stepframe/core/capture';
import { type Context, createContext } from 'react';

/** How pictures are prepared in all steps of a journey. */
export interface PictureSettings {
  /** Limits that differ from the defaults of `prepareImage`; a step's own come before them. Keep the object stable between renders. */
  readonly limits?: Partial<ImageLimits> | undefined;
  /** Decoders for types that a browser may not decode, such as HEIC. Keep the object stable between renders. Default: none. */
  readonly decoders?: ImageDecoders | undefined;
}

/** Filled by `StepframeProvider`; empty without one, because pictures alone need no journey. */
export const PictureSettingsContext: Context<PictureSettings> = createContext<PictureSettings>({});
