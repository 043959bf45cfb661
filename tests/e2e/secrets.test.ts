import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '@stepframe/ui';
import type { Response } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Stage, startStage } from './startStage.ts';

const credentials = { username: 'marker-key-7f3a', password: 'marker-secret-c51d9e' };
const sessionSecret = 'marker-session-secret-2b8e4f0a6d1c9375';
const basic = `${credentials.username}:${credentials.password}`;
/** The secrets as they are, and in the ways they are written on the wire. */
const secrets = [credentials.username, credentials.password, sessionSecret, basic].flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  encodeURIComponent(secret),
]);
const findSecrets = (text: string): readonly string[] => secrets.filter((secret) => text.includes(secret));

let stage: Stage;
const lines: string[] = [];
beforeAll(async () => {
  stage = await startStage({ credentials, sessionSecret, onLog: (line) => lines.push(line) });
});
afterAll(() => stage.close());

async function readAll(response: Response): Promise<string> {
  const headers = JSON.stringify(await response.allHeaders());
  // An answer without a body has none to read.
  const body = await response.body().catch(() => Buffer.alloc(0));
  return `${response.url()}\n${headers}\n${body.toString('latin1')}`;
}

describe('the server key and the session secret', () => {
  it('are in no answer, no log line and nothing the page keeps, from the start to a refused call', async () => {
    const printed: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const complain = vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const { page, customer, responses, journeyId } = await stage.visit();
    await customer.begin('passport');
    await customer.sendPassport({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front });
    await customer.goOnAfter(en['document.accepted']);
    await customer.sendSelfie({ name: 'selfie.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.face });
    await customer.goOnAfter(en['selfie.accepted']);
    await customer.heading('You’re verified').waitFor();
    const id = await journeyId();
    // Answers to what a page would never ask.
    await page.evaluate(async (journey) => {
      const saved = JSON.parse(sessionStorage.getItem('quillmere.verification') ?? '{}') as { token: string };
      const headers = { authorization: `Bearer ${saved.token}` };
      const root = '/stepframe/journey/v2';
      const calls: readonly [string, RequestInit?][] = [
        [`${root}/summary/${journey}`],
        [`${root}/summary/another`, { headers }],
        [`${root}/process-journey-step`, { method: 'POST', headers, body: new FormData() }],
        [`${root}/start-journey`, { method: 'POST', body: '{' }],
        ['/stepframe/nothing'],
        ['/demo/nothing'],
      ];
      // Read to its end, or the recording would wait for the rest of it.
      for (const [url, init] of calls) await (await fetch(url, init)).text();
    }, id);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML]),
    );
    write.mockRestore();
    complain.mockRestore();

    // The journey went through, so the key was used.
    expect(stage.demo.sandbox.submissions().filter((submission) => submission.journeyId === id)).toHaveLength(2);
    expect(responses.length).toBeGreaterThan(15);
    expect(lines.some((line) => line.includes('processStep'))).toBe(true);
    for (const response of responses) expect([response.url(), ...findSecrets(await readAll(response))]).toEqual([response.url()]);
    expect(findSecrets(kept)).toEqual([]);
    expect(findSecrets(lines.join('\n'))).toEqual([]);
    expect(findSecrets(printed.join(''))).toEqual([]);
    const token =
      responses.length > 0
        ? await page.evaluate(() => (JSON.parse(sessionStorage.getItem('quillmere.verification') ?? '{}') as { token: string }).token)
        : '';
    expect(lines.some((line) => line.includes(token) || line.includes(id))).toBe(false);
    await page.context().close();
  });

  it('are in no file of the build', async () => {
    const dist = fileURLToPath(new URL('../../apps/demo/dist', import.meta.url));
    const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(3);
    for (const { parentPath, name } of files) {
      const text = await readFile(join(parentPath, name), 'latin1');
      expect([name, ...findSecrets(text)]).toEqual([name]);
      // What only a server should hold: the sandbox's own key and the relay's.
      expect(text).not.toMatch(/sandbox-secret|sessionSecret|HS256/);
    }
  });
});
