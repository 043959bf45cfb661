import { describe, expect, it } from 'vitest';
import { createAxiosAdapter } from './createAxiosAdapter.ts';
import { createSandbox } from './createSandbox.ts';
import type { FaultPoint } from './faults/Fault.ts';

const body = 'x'.repeat(1_000);

/** One upload to a sandbox: the shares that were reported, and how it ended. */
function upload(handle: (request: Request) => Promise<Response>, signal?: AbortSignal, timeout?: number, sleep?: () => Promise<void>) {
  const shares: number[] = [];
  const config = {
    method: 'post',
    url: 'http://sandbox.test/journey/v2/process-journey-step',
    data: body,
    signal,
    timeout,
    onUploadProgress: ({ progress }: { progress: number }) => shares.push(progress),
  };
  const ended = createAxiosAdapter(
    handle,
    sleep && { sleep },
  )(config).then(
    ({ status }) => status,
    (error: { code?: string }) => error.code,
  );
  return { shares, ended };
}

describe('createAxiosAdapter', () => {
  it.each<[FaultPoint, readonly number[]]>([
    ['connect', [0]],
    [{ requestShare: 0 }, [0]],
    [{ requestShare: 0.5 }, [0.5]],
    [{ requestBytes: 250 }, [0.25]],
    [{ requestBytes: 5_000 }, [1]],
    ['received', [1]],
    ['taken', [1]],
    [{ responseShare: 0.5 }, [1]],
  ])('says how far a body got that is cut at %j', async (at, expected) => {
    const sandbox = createSandbox();
    sandbox.inject({ operation: 'processStep', fault: { at, effect: 'cut' } });
    const { shares, ended } = upload(sandbox.handle);
    expect(await ended).toBe('ERR_NETWORK');
    expect(shares).toEqual(expected);
  });

  it('reports a whole body that a fault for others looked into', async () => {
    const sandbox = createSandbox();
    const fault = sandbox.inject({ operation: 'processStep', journeyId: 'another', fault: { at: 'connect', effect: 'cut' } });
    const { shares, ended } = upload(sandbox.handle);
    expect([await ended, shares, fault.met()]).toEqual([401, [1], 0]);
  });

  it('counts a body as gone before a handler that is no sandbox', async () => {
    const { shares, ended } = upload(() => Promise.reject(new Error('gone')));
    expect([await ended, shares]).toEqual(['ERR_NETWORK', [1]]);
  });

  it.each(['connect', { requestShare: 0.5 }, 'taken', { responseShare: 0.5 }] as const)(
    'is cancelled while a call stalls at %j',
    async (at) => {
      const sandbox = createSandbox();
      const fault = sandbox.inject({ operation: 'processStep', fault: { at, effect: 'stall' } });
      const cancel = new AbortController();
      const { ended } = upload(sandbox.handle, cancel.signal);
      // A response's body is only read, and so met, by whoever reads it.
      await fault.whenMet();
      cancel.abort();
      expect(await ended).toBe('ERR_CANCELED');
    },
  );

  it('takes nothing from a caller who left in the middle of its body', async () => {
    const sandbox = createSandbox();
    const fault = sandbox.inject({ operation: 'any', fault: { at: { requestShare: 0.5 }, effect: 'stall' } });
    const cancel = new AbortController();
    const { ended } = upload(sandbox.handle, cancel.signal);
    await fault.whenMet();
    cancel.abort();
    await ended;
    fault.release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(sandbox.submissions()).toEqual([]);
  });

  it('ends a stalled call with its own timeout', async () => {
    const sandbox = createSandbox();
    const fault = sandbox.inject({ operation: 'any', fault: { effect: 'stall' } });
    const { ended, shares } = upload(sandbox.handle, undefined, 30_000, () => fault.whenMet());
    expect([await ended, shares]).toEqual(['ECONNABORTED', [1]]);
  });

  it('sends nothing for a caller who has gone already', async () => {
    const sandbox = createSandbox();
    const { ended, shares } = upload(sandbox.handle, AbortSignal.abort());
    expect([await ended, shares, sandbox.submissions()]).toEqual(['ERR_CANCELED', [], []]);
  });
});
