'use client';

import { type StepframeError, type UserFeedback } from '@stepframe/core';
import { createContext, useContext, useMemo } from 'react';
import { en, type MessageKey, type Messages } from './en.ts';

export const MessagesContext: React.Context<Messages> = createContext<Messages>(en);

/** Values for the names in braces. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A title with a sentence. */
export interface Words {
  readonly title: string;
  readonly details: string;
}

/** Ways to find the words for what happened. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  /** By code, in the finest grain there is; `error.unknown` for a code that has no text. */
  readonly error: (error: StepframeError) => string;
  /** By code, else the API's own words, else a general text. */
  readonly feedback: (feedback: UserFeedback) => Words;
}

/** The words of the nearest catalogue. */
export function useMessages(): Translate {
  const messages = useContext(MessagesContext);
  return useMemo(() => createTranslate(messages), [messages]);
}

function fill(text: string, values: MessageValues = {}): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}

function createTranslate(messages: Messages): Translate {
  const find = (key: string): string | undefined => (messages as Readonly<Record<string, string>>)[key];
  const translate = (key: MessageKey, values?: MessageValues) => fill(messages[key], values);

  return Object.assign(translate, {
    error: (error: StepframeError) => {
      const details = ('details' in error ? error.details : {}) as { readonly type?: string; readonly limit?: number };
      const text = find(`error.${error.code}.${details.type}`) ?? find(`error.${error.code}`) ?? messages['error.unknown'];
      return fill(text, details.limit === undefined ? {} : { limit: details.limit });
    },
    feedback: ({ code, title, details }: UserFeedback) => ({
      title: find(`feedback.${code}.title`) ?? (title || messages['rejected.title']),
      details: find(`feedback.${code}.details`) ?? (details || (title ? '' : messages['rejected.details'])),
    }),
  });
}
