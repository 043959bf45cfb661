import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTestImage } from './images/createTestImage.ts';
import { serveSandbox, type ServedSandbox } from './serveSandbox.ts';

const authorization = `Basic ${btoa('sandbox-key:sandbox-secret')}`;
let served: ServedSandbox | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

describe('serveSandbox', () => {
  it('runs a whole journey over HTTP', async () => {
    served = await serveSandbox({ processingMs: 0, minPollMs: 0 });
    const api = `${served.url}/journey/v2`;
    const json = { authorization, 'content-type': 'application/json' };
    const started = await fetch(`${api}/start-journey`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ flow_id: 'approved', reference_no: 'r-1' }),
    });
    const { journey_id: journeyId } = (await started.json()) as { journey_id: string };

    const front = createTestImage({ type: 'image/png', widthPx: 3000, heightPx: 2000 });
    for (const stepId of ['0', '10']) {
      const form = new FormData();
      form.append('journey_id', journeyId);
      form.append('step_id', stepId);
      form.append('image', front, 'image.png');
      const response = await fetch(`${api}/process-journey-step`, { method: 'POST', headers: { authorization }, body: form });
      expect(response.status).toBe(200);
    }
    expect(served.sandbox.submissions()).toMatchObject([{ image: { bytes: front.size, widthPx: 3000 } }, { stepId: '10' }]);

    const completed = await fetch(`${api}/complete-journey`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ journey_id: journeyId }),
    });
    expect(completed.status).toBe(200);
    const summary = await fetch(`${api}/summary/${journeyId}`, { headers: { authorization } });
    expect(await summary.json()).toMatchObject({ is_completed: true, result: { interim_rule_assessment: 'Passed' } });
  });

  it('lets a client that sends far too much read the refusal', async () => {
    served = await serveSandbox();
    const form = new FormData();
    form.append('image', new Blob([new Uint8Array(30 * 1024 * 1024)]), 'image.jpg');
    const response = await fetch(`${served.url}/journey/v2/process-journey-step`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    expect([response.status, await response.json()]).toMatchObject([413, { error_code: 'body_too_large' }]);
  });

  it('refuses a large upload without credentials', async () => {
    served = await serveSandbox();
    const form = new FormData();
    form.append('image', new Blob([new Uint8Array(8 * 1024 * 1024)]), 'image.jpg');
    const response = await fetch(`${served.url}/journey/v2/process-journey-step`, { method: 'POST', body: form });
    expect(response.status).toBe(401);
  });

  it('outlives a client that hangs up in the middle, and logs nothing', async () => {
    const log = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    served = await serveSandbox();
    const head = ['POST /journey/v2/process-journey-step HTTP/1.1', 'host: sandbox', `authorization: ${authorization}`];
    const body = ['content-type: multipart/form-data; boundary=b', 'content-length: 5000000', '', '--b'];
    connect(Number(new URL(served.url).port), '127.0.0.1').end([...head, ...body].join('\r\n'));
    await vi.waitFor(() => expect(served?.sandbox.submissions()).toMatchObject([{ result: { errorCode: 'malformed_body' } }]));
    expect((await fetch(`${served.url}/journey/v2/summary/x`, { headers: { authorization } })).status).toBe(404);
    for (const spy of log) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('listens on this machine only, and stops when closed', async () => {
    served = await serveSandbox();
    const { url, close } = served;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await close();
    await close();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('rejects with the error of the system when the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(serveSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    taken.close();
  });
});
