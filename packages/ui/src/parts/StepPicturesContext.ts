import type { PictureSettings } from '@stepframe/react';
import { createContext, type Context } from 'react';

/** The step's own limits and decoders, which come before the provider's. */
export const StepPicturesContext: Context<PictureSettings> = createContext<PictureSettings>({});
