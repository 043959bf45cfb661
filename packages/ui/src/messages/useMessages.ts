'use client';

import type { StepframeError, UserFeedback } from '@stepframe/core';
import { createContext, useContext, useMemo } from 'react';
import { en, type MessageKey, type Messages, type PluralText } from './en.ts';
import { fillText, type MessageValues } from './fillText.ts';

export const MessagesContext: React.Context<Messages> = createContext<Messages>(en);

/** A title with a sentence. */
export interface Words {
  readonly title: string;
  readonly details: string;
}

/** Ways to find the words for what happened. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  /** By code, in the finest grain there is (`variant` comes first); `error.unknown` for a code that has no text. */
  readonly error: (error: StepframeError, variant?: string) => string;
  /** By code, else the API's own words, else a general text. */
  readonly feedback: (feedback: UserFeedback) => Words;
  /** The nearest catalogue itself. */
  readonly messages: Messages;
}

/** The words of the nearest catalogue. */
export function useMessages(): Translate {
  const messages = useContext(MessagesContext);
  return useMemo(() => createTranslate(messages), [messages]);
}

function createTranslate(messages: Messages): Translate {
  const texts: Readonly<Record<string, string | PluralText>> = { ...messages };
  const fill = (text: string | PluralText, values: MessageValues = {}) => fillText(text, values, messages.language);
  const find = (key: string, values?: MessageValues): string | undefined => {
    const text = texts[key];
    return text === undefined ? undefined : fill(text, values);
  };
  const translate = (key: MessageKey, values?: MessageValues) => fill(messages[key], values);

  return Object.assign(translate, {
    messages,
    error: (error: StepframeError, variant?: string) => {
      const { type, limit } = ('details' in error ? error.details : {}) as { readonly type?: string; readonly limit?: number };
      const values = limit === undefined ? {} : { limit };
      const key = `error.${error.code}`;
      return find(`${key}.${variant ?? type}`, values) ?? find(key, values) ?? messages['error.unknown'];
    },
    feedback: ({ code, title, details }: UserFeedback) => ({
      title: find(`feedback.${code}.title`) ?? (title || messages['rejected.title']),
      details: find(`feedback.${code}.details`) ?? (details || (title ? '' : messages['rejected.details'])),
    }),
  });
}
