import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { RelayEvent } from './RelayEvent.ts';
import type { RelayOptions } from './RelayOptions.ts';
import { serveRelay } from './serveRelay.ts';
import { picture, testBoundary, writeMultipart } from './testing/writeMultipart.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

/** An API on a real port; submissions go to `onUpload`. */
async function serveApi(onUpload: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/process-journey-step')) return onUpload(request, response);
    request.resume();
    request.on('end', () => response.end(JSON.stringify({ journey_id: 'journey-1', is_completed: false, step_summaries: [] })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serveBoth(onUpload: (request: IncomingMessage, response: ServerResponse) => void, options: Partial<RelayOptions> = {}) {
  const relay = await serveRelay({
    port: 0,
    credentials: { username: 'u', password: 'p' },
    baseUrl: await serveApi(onUpload),
    sessionSecret: 'x'.repeat(32),
    authorize: () => ({ subject: 's', flowId: 'f', referenceNo: 'r' }),
    ...options,
  });
  opened.push(() => {
    relay.server.closeAllConnections();
    return relay.close();
  });
  const root = `${relay.url}/stepframe/journey/v2`;
  const started = await fetch(`${root}/start-journey`, { method: 'POST' });
  const { session } = (await started.json()) as { session: { token: string } };
  const headers = { authorization: `Bearer ${session.token}`, 'content-type': `multipart/form-data; boundary=${testBoundary}` };
  return { root, headers };
}

/** The head of a submission, up to the first byte of its picture. */
const head = `--${testBoundary}\r\nContent-Disposition: form-data; name="step_id"\r\n\r\n0\r\n--${testBoundary}\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;

describe('serveRelay', () => {
  it('carries a submission and a summary over real sockets', async () => {
    let seen = '';
    const { root, headers } = await serveBoth((request, response) => {
      request.setEncoding('latin1');
      request.on('data', (text: string) => {
        seen += text;
      });
      request.on('end', () => response.writeHead(202).end());
    });
    const body = writeMultipart([{ name: 'step_id', value: '0' }, picture('image', crypto.getRandomValues(new Uint8Array(60_000)))]);
    const submitted = await fetch(`${root}/process-journey-step`, { method: 'POST', headers, body: body as Uint8Array<ArrayBuffer> });
    expect(submitted.status).toBe(202);
    expect(seen).toContain('name="journey_id"\r\n\r\njourney-1\r\n');
    const summary = await fetch(`${root}/summary/journey-1`, { headers: { authorization: headers.authorization } });
    expect(await summary.json()).toMatchObject({ journey_id: 'journey-1' });
    expect(summary.headers.get('cache-control')).toBe('no-store');
  });

  it('takes a form as `fetch` itself writes it', async () => {
    const { root, headers } = await serveBoth((request, response) => request.resume().on('end', () => response.end('{}')));
    const form = new FormData();
    form.append('step_id', 'passport_step');
    form.append('image', new Blob(['JPEG'], { type: 'image/jpeg' }), 'käse "1".jpg');
    const response = await fetch(`${root}/process-journey-step`, {
      method: 'POST',
      headers: { authorization: headers.authorization },
      body: form,
    });
    expect(response.status).toBe(200);
  });

  it('stops reading from the browser while the API reads nothing, and goes on when it does', async () => {
    let resume: () => void = () => undefined;
    let receivedBytes = 0;
    const { root, headers } = await serveBoth(
      (request, response) => {
        resume = () => {
          request.on('data', (chunk: Buffer) => {
            receivedBytes += chunk.byteLength;
          });
          request.on('end', () => response.end('{}'));
        };
      },
      { maxBytes: 1024 ** 3 },
    );
    const totalBytes = 192 * 1024 * 1024;
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const upload = httpRequest(`${root}/process-journey-step`, { method: 'POST', headers }, (response) =>
        resolve(response.resume().statusCode),
      );
      upload.on('error', reject);
      upload.write(head);
      let sent = 0;
      let stuckAt = -1;
      const send = (): void => {
        while (sent < totalBytes) {
          sent += 1024 * 1024;
          if (!upload.write(Buffer.alloc(1024 * 1024, 'x'))) break;
        }
        if (sent >= totalBytes) upload.end(`\r\n--${testBoundary}--\r\n`);
      };
      upload.on('drain', send);
      send();
      // Once a whole tick of 250 ms moves nothing, all buffers on the way are full.
      const watch = setInterval(() => {
        if (sent !== stuckAt) {
          stuckAt = sent;
          return;
        }
        clearInterval(watch);
        try {
          // What lies between is the kernel's buffers of two sockets, not the picture.
          expect(sent).toBeLessThan(totalBytes / 3);
          resume();
        } catch (error) {
          reject(error);
        }
      }, 250);
    });
    expect(await answer).toBe(200);
    expect(receivedBytes).toBeGreaterThan(totalBytes);
  }, 60_000);

  it('aborts the call to the API when the browser cuts the connection', async () => {
    let arrived: () => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let broken: (error: Error) => void = () => undefined;
    const breaking = new Promise<Error>((resolve) => {
      broken = resolve;
    });
    const { root, headers } = await serveBoth((request) => {
      request.once('data', arrived);
      request.on('error', broken);
    });
    const upload = httpRequest(`${root}/process-journey-step`, { method: 'POST', headers });
    upload.on('error', () => undefined);
    upload.write(head + 'x'.repeat(100_000));
    await hasArrived;
    upload.destroy();
    expect(await breaking).toMatchObject({ code: 'ECONNRESET' });
  });

  it('sees a submission with a key through when the browser cuts the connection after its last byte', async () => {
    let forwarded = 0;
    let answer: () => void = () => undefined;
    let arrived: () => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const told: RelayEvent[] = [];
    const { root, headers } = await serveBoth(
      (request, response) => {
        forwarded += 1;
        request.resume().on('end', () => {
          answer = () => response.writeHead(202).end('{}');
          arrived();
        });
      },
      { onEvent: (event) => told.push(event) },
    );
    const named = { ...headers, 'idempotency-key': 'capture-1' };
    const upload = httpRequest(`${root}/process-journey-step`, { method: 'POST', headers: named });
    const broken = new Promise((resolve) => upload.on('error', resolve));
    upload.end(`${head}xxx\r\n--${testBoundary}--\r\n`);
    await hasArrived;
    upload.destroy();
    expect(await broken).toMatchObject({ code: 'ECONNRESET' });
    answer();
    const body = writeMultipart([{ name: 'step_id', value: '0' }, picture('image')]);
    const again = await fetch(`${root}/process-journey-step`, { method: 'POST', headers: named, body: body as BodyInit });
    expect(again.status).toBe(202);
    expect(forwarded).toBe(1);
    expect(told.filter(({ type, route }) => type === 'upstream' && route === 'processStep')).toMatchObject([
      { outcome: 'answered', status: 202 },
    ]);
  });

  it('lets a browser that sends everything first see why its upload was refused', async () => {
    const { root, headers } = await serveBoth((request, response) => request.resume().on('end', () => response.end('{}')), {
      maxBytes: 300_000,
    });
    const refusal = await new Promise<[number | undefined, string]>((resolve, reject) => {
      const upload = httpRequest(`${root}/process-journey-step`, { method: 'POST', headers });
      let isSent = false;
      upload.on('error', reject);
      upload.on('finish', () => {
        isSent = true;
      });
      upload.on('response', (response) => {
        let text = isSent ? '' : 'answered before the end of the upload ';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => resolve([response.statusCode, text]));
      });
      upload.write(head);
      upload.write(Buffer.alloc(600_000, 'x'));
      setTimeout(() => upload.end(`\r\n--${testBoundary}--\r\n`), 50);
    });
    expect(refusal[0]).toBe(413);
    expect(JSON.parse(refusal[1])).toMatchObject({ error_code: 'too_large' });
  });

  it('takes neither the key nor a body to where the API redirects', async () => {
    const visits: unknown[] = [];
    const elsewhere = await serveApi((request, response) => {
      visits.push(request.headers);
      response.end('{}');
    });
    const { root, headers } = await serveBoth(
      (request, response) => {
        request.resume().on('end', () => response.writeHead(307, { location: `${elsewhere}/process-journey-step` }).end());
      },
      // A body that is text could be sent again, so a redirect would be followed.
      { paths: { complete: '/process-journey-step' } },
    );
    const response = await fetch(`${root}/complete-journey`, { method: 'POST', headers: { authorization: headers.authorization } });
    expect(response.status).toBe(502);
    expect(visits).toEqual([]);
  });

  it('leaves the globals alone and rejects when the port is taken', async () => {
    const { Request: before, Response: beforeToo } = globalThis;
    const api = await serveApi((request) => request.resume());
    expect([globalThis.Request, globalThis.Response]).toEqual([before, beforeToo]);
    const port = Number(new URL(api).port);
    const options = { credentials: { username: 'u', password: 'p' }, sessionSecret: 'x'.repeat(32), authorize: () => null };
    await expect(serveRelay({ ...options, port })).rejects.toThrow('EADDRINUSE');
  });
});
