import { ConfigurationError } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import { defaultSteps } from './journey/Flow.ts';
import type { SandboxOptions } from './SandboxOptions.ts';
import { scenarios } from './scenarios/scenarios.ts';

describe('resolveOptions', () => {
  it('has one flow per scenario', () => {
    expect(createSandbox().flowIds).toEqual(Object.keys(scenarios));
  });

  it.each([
    [{ processingMs: -1 }, 'processingMs'],
    [{ minPollMs: Number.NaN }, 'minPollMs'],
    [{ pathPrefix: 'v2' }, '"v2"'],
    [{ paths: { complete: 'finish' } }, '"finish"'],
    [{ flows: { empty: { steps: [], scenario: 'approved' } } }, '"empty"'],
    [{ flows: { none: { steps: defaultSteps, scenario: 'approved', maxAttempts: 0 } } }, '`maxAttempts`'],
    [{ flows: { twice: { steps: [...defaultSteps, ...defaultSteps], scenario: 'approved' } } }, '`stepId`'],
  ] satisfies [SandboxOptions, string][])('does not work with %j', (options, words) => {
    expect(() => createSandbox(options)).toThrow(ConfigurationError);
    expect(() => createSandbox(options)).toThrow(words);
  });

  it('names the scenarios when one is not known', () => {
    const flows = JSON.parse('{"f":{"steps":[{"stepId":"0"}],"scenario":"aproved"}}') as NonNullable<SandboxOptions['flows']>;
    expect(() => createSandbox({ flows })).toThrow(/Known are: approved, /);
  });

  it('goes by the clock of the machine when none is given', async () => {
    const sandbox = createSandbox();
    const before = Date.now();
    await sandbox.handle(
      new Request('http://sandbox.test/journey/v2/process-journey-step', {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('sandbox-key:sandbox-secret')}` },
      }),
    );
    expect(sandbox.submissions()[0]?.receivedAtMs).toBeGreaterThanOrEqual(before);
  });
});
