import { describe, expect, it } from 'vitest';
import { createBench, createCalmApi, makeRequest, readRefusal, type UpstreamStub, writeSummary } from './testing/createBench.ts';

const json = { 'content-type': 'application/json' };

async function complete(onComplete: UpstreamStub, isCompleted = false, init: RequestInit = {}) {
  const calm = createCalmApi();
  const bench = createBench({}, (seen, signal) => {
    if (seen.path.endsWith('/complete-journey')) return onComplete(seen, signal);
    if (seen.path.includes('/summary/')) return Response.json(writeSummary('journey-1', isCompleted));
    return calm(seen, signal);
  });
  const token = await bench.start();
  const headers = { authorization: `Bearer ${token}`, ...Object.fromEntries(new Headers(init.headers)) };
  const response = await bench.relay(makeRequest('POST', '/complete-journey', { ...init, headers }));
  return { response, looks: bench.seen.filter(({ path }) => path.includes('/summary/')).length };
}

describe('completeJourney', () => {
  it.each([200, 201, 204])('answers an upstream %i with its own small body', async (status) => {
    const { response } = await complete(() =>
      status === 204 ? new Response(null, { status }) : Response.json({ internal: 1 }, { status }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ success: true, journey_id: 'journey-1' });
  });

  it.each(['journey_completed', 'already_completed', 'journey_already_completed'])('takes a conflict by %s for done', async (code) => {
    const { response, looks } = await complete(() => Response.json({ error_code: code }, { status: 409 }));
    expect(response.status).toBe(200);
    expect(looks).toBe(0);
  });

  it.each([
    [{}, true, 200],
    [{ error_code: 'conflict' }, true, 200],
    [{}, false, 409],
    [{ error_code: 'journey_not_completed' }, false, 409],
    [{ error_code: 'step_in_progress' }, false, 409],
  ])('lets the summary decide about a conflict by %j: completed %s', async (body, isCompleted, status) => {
    const { response, looks } = await complete(() => Response.json(body, { status: 409 }), isCompleted);
    expect(response.status).toBe(status);
    expect(looks).toBe(1);
  });

  it.each<[string, RequestInit, readonly [number, string]]>([
    ['another journey', { body: '{"journey_id":"journey-2"}', headers: json }, [403, 'other_journey']],
    ['a journey that is no text', { body: '{"journey_id":["journey-1"]}', headers: json }, [403, 'other_journey']],
    ['broken JSON', { body: '{', headers: json }, [400, 'invalid_json']],
  ])('refuses a body with %s', async (_, init, refusal) => {
    const { response } = await complete(() => Response.json({}), false, init);
    expect(await readRefusal(response)).toEqual(refusal);
  });

  it('passes a refusal of the API on', async () => {
    const { response } = await complete(() => Response.json({ error_code: 'missing_requested_resource' }, { status: 404 }));
    expect(await readRefusal(response)).toEqual([404, 'missing_requested_resource']);
  });
});
