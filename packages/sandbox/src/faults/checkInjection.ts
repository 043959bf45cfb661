import { ConfigurationError } from '@stepframe/core';
import type { Injection } from './Injection.ts';

/** @throws ConfigurationError for an injection that could never happen, naming the member. */
export function checkInjection({ operation, fault, from = 1, times = 1 }: Injection, operations: readonly string[]): void {
  const { at = 'received', delayMs = 0, effect } = fault;
  const point: { requestShare?: number; requestBytes?: number; responseShare?: number } = typeof at === 'object' ? at : {};
  const { requestShare = 0, requestBytes = 0, responseShare = 0 } = point;
  const isShare = (share: number) => share >= 0 && share <= 1;
  const rules: readonly (readonly [boolean, string])[] = [
    [operation === 'any' || operations.includes(operation), `\`operation\` must be any, ${operations.join(', ')}.`],
    [from >= 1, '`from` must be 1 or more: it counts calls, and the first is 1.'],
    [times >= 1, '`times` must be 1 or more; `remove` takes a fault away.'],
    [delayMs >= 0, '`delayMs` must be a number of 0 or more.'],
    [isShare(requestShare) && isShare(responseShare), 'A share of a body must be a number from 0 to 1.'],
    [requestBytes >= 0, '`requestBytes` must be a number of 0 or more.'],
    [typeof effect === 'string' || (effect.status >= 200 && effect.status <= 599), 'The `status` of an answer must be 200 to 599.'],
  ];
  for (const [isKept, message] of rules) if (!isKept) throw new ConfigurationError(message);
}
