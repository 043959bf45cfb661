'use client';

import { forwardRef } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { useStep } from '../step/StepContext.ts';
import { type Part, usePart } from './usePart.ts';

/** How to get a good picture. */
export const Tips: Part<'ul', object> = forwardRef(function Tips(props, ref) {
  const t = useMessages();
  const { kind } = useStep();
  const children = [t(`${kind}.tip.1`), t(`${kind}.tip.2`), t(`${kind}.tip.3`)].map((tip) => (
    <li key={tip}>
      <Icon name="check" />
      <span>{tip}</span>
    </li>
  ));
  // A list without markers is none to VoiceOver, unless it is said. Source: WebKit bug 170179.
  return usePart('ul', { state: {}, own: { className: 'sf-tips', role: 'list', children }, props, ref });
});
