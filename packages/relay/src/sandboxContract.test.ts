import { createRelayClient } from '@stepframe/core';
import { createSandbox, createTestImage } from '@stepframe/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { type RelayServer, serveRelay } from './serveRelay.ts';

let server: RelayServer | undefined;
afterEach(async () => {
  server?.server.closeAllConnections();
  await server?.close();
});

/** The browser's client, a relay on a real port, and the sandbox as the API behind it. */
async function connect(flowId: string) {
  const sandbox = createSandbox({ processingMs: 0 });
  server = await serveRelay({
    port: 0,
    credentials: sandbox.credentials,
    sessionSecret: 'x'.repeat(32),
    authorize: () => ({ subject: 'person-1', flowId, referenceNo: 'ref-1' }),
    fetch: (input, init) => sandbox.handle(new Request(input, init)),
  });
  return { sandbox, client: createRelayClient({ relayUrl: `${server.url}/stepframe` }) };
}

describe('the relay between the client and the sandbox', () => {
  it('carries a journey from start to end, with one summary call in two seconds', async () => {
    const { sandbox, client } = await connect('approved');
    const { journeyId, session } = await client.startJourney({ cart: 7 });
    expect(session?.token).toEqual(expect.any(String));

    const image = createTestImage();
    const image2 = createTestImage({ type: 'image/png' });
    await client.processStep({ journeyId, stepId: '0', image, image2, additionalData: { channel: 'web' } });
    await client.processStep({ journeyId, stepId: '10', image });
    await client.processStep({ journeyId, stepId: 'proof_of_address', skip: true });
    expect(sandbox.submissions().map(({ result }) => result.accepted)).toEqual([true, true, true]);
    const [first] = sandbox.submissions();
    expect(first).toMatchObject({ journeyId, additionalData: { channel: 'web' }, image2: { declaredType: 'image/png' } });
    expect(new Uint8Array((await first?.image?.blob.arrayBuffer()) ?? [])).toEqual(new Uint8Array(await image.arrayBuffer()));

    const summary = await client.getSummary(journeyId);
    expect(summary.steps.filter(({ result }) => result?.hasPassedRules && result.isConcluded)).toHaveLength(2);

    await client.completeJourney(journeyId);
    await client.completeJourney(journeyId);
    expect((await client.getSummary(journeyId)).isCompleted).toBe(true);
    const calls = sandbox.summaryCalls(journeyId);
    expect(calls.map(({ status }) => status)).toEqual([200, 200]);
    expect((calls[1]?.atMs ?? 0) - (calls[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(2_000);
  }, 20_000);

  it('passes on what the sandbox refuses, as the same typed errors', async () => {
    const { client } = await connect('upload-error-then-approved');
    const { journeyId } = await client.startJourney();
    const image = createTestImage();
    await expect(client.processStep({ journeyId, stepId: '0', image })).rejects.toMatchObject({ code: 'request/server', status: 503 });
    await client.processStep({ journeyId, stepId: '0', image });
    await expect(client.processStep({ journeyId, stepId: '0', image })).rejects.toMatchObject({
      code: 'request/conflict',
      apiCode: 'step_concluded',
    });
    await expect(client.processStep({ journeyId, stepId: 'no_such_step', image })).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(client.processStep({ journeyId: 'another', stepId: '0', image })).rejects.toMatchObject({
      code: 'request/forbidden',
      apiCode: 'other_journey',
    });
  });
});
