import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
let root: string;
beforeAll(async () => {
  stage = await startStage({ processingMs: 0 });
  root = `${stage.demo.url}/stepframe/journey/v2`;
});
afterAll(() => stage.close());

interface Held {
  readonly journeyId: string;
  readonly headers: { readonly authorization: string };
}

async function startJourney(): Promise<Held> {
  const response = await fetch(`${root}/start-journey`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: 'approved' }),
  });
  const { journey_id: journeyId, session } = (await response.json()) as { journey_id: string; session: { token: string } };
  return { journeyId, headers: { authorization: `Bearer ${session.token}` } };
}

function writeStep(journeyId: string): FormData {
  const form = new FormData();
  form.set('journey_id', journeyId);
  form.set('step_id', '0');
  form.set('image', new Blob([new Uint8Array(stage.pictures.front)], { type: 'image/jpeg' }), 'front.jpg');
  return form;
}

const submissionsOf = (journeyId: string) => stage.demo.sandbox.submissions().filter((submission) => submission.journeyId === journeyId);

describe('the session of one journey', () => {
  it('opens its own journey and no other', async () => {
    const [mine, other] = [await startJourney(), await startJourney()];
    expect(mine.journeyId).not.toBe(other.journeyId);

    const read = await fetch(`${root}/summary/${mine.journeyId}`, { headers: other.headers });
    expect(read.status).toBe(403);
    const submit = await fetch(`${root}/process-journey-step`, { method: 'POST', headers: other.headers, body: writeStep(mine.journeyId) });
    expect(submit.status).toBe(403);
    const complete = await fetch(`${root}/complete-journey`, {
      method: 'POST',
      headers: { ...other.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ journey_id: mine.journeyId }),
    });
    expect(complete.status).toBe(403);
    for (const refused of [read, submit, complete]) expect(await refused.text()).not.toContain(mine.journeyId);
    expect(submissionsOf(mine.journeyId)).toEqual([]);
    expect(submissionsOf(other.journeyId)).toEqual([]);

    const own = await fetch(`${root}/process-journey-step`, { method: 'POST', headers: mine.headers, body: writeStep(mine.journeyId) });
    expect(own.status).toBe(200);
    expect(submissionsOf(mine.journeyId)).toHaveLength(1);
    const summary = await fetch(`${root}/summary/${mine.journeyId}`, { headers: mine.headers });
    expect(await summary.json()).toMatchObject({ journey_id: mine.journeyId, is_completed: false });
  });

  it('is needed, and cannot be made up or changed', async () => {
    const { journeyId, headers } = await startJourney();
    const [head, , signature] = headers.authorization.split('.');
    const forged = Buffer.from(JSON.stringify({ journey_id: journeyId, sub: 'me', exp: 4_102_444_800 })).toString('base64url');
    for (const authorization of ['', 'Bearer x.y.z', `${head}.${forged}.${signature}`, `${headers.authorization}x`]) {
      const response = await fetch(`${root}/summary/${journeyId}`, { headers: authorization ? { authorization } : {} });
      expect(response.status).toBe(401);
    }
  });

  it('starts for no other page and no unknown scenario', async () => {
    const fromElsewhere = await fetch(`${root}/start-journey`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      body: '{}',
    });
    expect(fromElsewhere.status).toBe(403);
    for (const scenario of ['no-such-scenario', 'constructor', 7]) {
      const unknown = await fetch(`${root}/start-journey`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ scenario }),
      });
      expect(unknown.status).toBe(400);
    }
  });
});
