import { ConfigurationError } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import type { SandboxOperation } from '../SandboxOperation.ts';
import type { Injection } from './Injection.ts';

describe('checkInjection', () => {
  it.each([
    [{ operation: 'submit' }, '`operation`'],
    [{ from: 0 }, '`from`'],
    [{ times: 0 }, '`times`'],
    [{ fault: { effect: 'cut', delayMs: -1 } }, '`delayMs`'],
    [{ fault: { effect: 'cut', at: { requestShare: 1.1 } } }, 'share'],
    [{ fault: { effect: 'cut', at: { responseShare: -1 } } }, 'share'],
    [{ fault: { effect: 'cut', at: { requestBytes: Number.NaN } } }, '`requestBytes`'],
    [{ fault: { effect: { status: 100 } } }, '`status`'],
  ])('refuses %j', (wrong, words) => {
    const injection = { operation: 'start', fault: { effect: 'cut' }, ...wrong } as Injection<SandboxOperation>;
    const inject = () => createSandbox().inject(injection);
    expect(inject).toThrow(ConfigurationError);
    expect(inject).toThrow(words);
  });
});
