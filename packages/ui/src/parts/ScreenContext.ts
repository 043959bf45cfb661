import { type Context, createContext } from 'react';

/** What the parts of a screen know of it. */
export interface ScreenContextValue {
  /** It is kept out of sight for now. */
  readonly isHidden: boolean;
}

export const ScreenContext: Context<ScreenContextValue> = createContext<ScreenContextValue>({ isHidden: false });
