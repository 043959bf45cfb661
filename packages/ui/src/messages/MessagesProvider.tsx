'use client';

import { type ReactNode, useContext, useMemo } from 'react';
import type { Messages } from './en.ts';
import { MessagesContext } from './useMessages.ts';

export interface MessagesProviderProps {
  /** A whole language, such as `ar` of `@stepframe/ui/locales/ar`, or texts that differ. Keep the object stable between renders. */
  readonly messages: Partial<Messages> | undefined;
  readonly children?: ReactNode;
}

/** The words of everything below; what is left out is taken from above, in the end from English. */
export function MessagesProvider({ messages, children }: MessagesProviderProps): ReactNode {
  const outer = useContext(MessagesContext);
  const catalogue = useMemo(() => (messages ? { ...outer, ...messages } : outer), [outer, messages]);
  return <MessagesContext.Provider value={catalogue}>{children}</MessagesContext.Provider>;
}
