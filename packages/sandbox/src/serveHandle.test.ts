import { afterEach, describe, expect, it } from 'vitest';
import { createFaults } from './faults/createFaults.ts';
import { type ServedHandle, serveHandle } from './serveHandle.ts';

let served: ServedHandle | undefined;
afterEach(() => served?.close());

describe('serveHandle', () => {
  it('refuses connections while it is down, and is back at the same address', async () => {
    served = await serveHandle(async () => new Response('here'));
    const { url, goDown, comeBack } = served;
    const ask = async () => (await fetch(url)).text();
    expect(await ask()).toBe('here');
    await goDown();
    await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await comeBack();
    expect(await ask()).toBe('here');
  });

  it('puts faults of its own in front of any handler', async () => {
    const faults = createFaults({ operations: { renew: '/renew-session' } });
    served = await serveHandle(faults.around(async () => new Response('fresh')));
    const { url } = served;
    const renew = (method: string) => fetch(`${url}/stepframe/renew-session`, { method });
    const fault = faults.inject({ operation: 'renew', fault: { at: 'taken', effect: { status: 502, body: 'empty' } } });
    // A browser's preflight is no call.
    expect((await renew('OPTIONS')).status).toBe(200);
    expect((await renew('POST')).status).toBe(502);
    expect(await (await renew('POST')).text()).toBe('fresh');
    expect(fault.met()).toBe(1);
  });
});
