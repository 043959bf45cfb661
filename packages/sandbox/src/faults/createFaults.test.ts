import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { createTestImage } from '../images/createTestImage.ts';
import { authorization } from '../testing/createCaller.ts';
import type { SandboxOperation } from '../SandboxOperation.ts';
import { serveHandle, type ServedHandle } from '../serveHandle.ts';
import type { Fault, FaultPoint } from './Fault.ts';
import type { Injection } from './Injection.ts';

const open: ServedHandle[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

type Ask = (method: string, path: string, init?: { body?: BodyInit; type?: string; signal?: AbortSignal }) => Promise<Response>;

/** A sandbox that is asked straight, or over a real port. */
async function begin(way: string, options = {}) {
  const sandbox = createSandbox({ processingMs: 0, minPollMs: 0, ...options });
  const served = way === 'over a port' ? await serveHandle(sandbox.handle) : null;
  if (served) open.push(served);
  const ask: Ask = (method, path, { body, type, signal } = {}) => {
    const url = `${served?.url ?? 'http://sandbox.test'}/journey/v2${path}`;
    const init = {
      method,
      headers: { authorization, ...(type && { 'content-type': type }) },
      ...(body && { body }),
      ...(signal && { signal }),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    };
    return served ? fetch(url, init) : sandbox.handle(new Request(url, init));
  };
  const post = (path: string, json: object) => ask('POST', path, { body: JSON.stringify(json), type: 'application/json' });
  const start = async () => {
    const response = await post('/start-journey', { flow_id: 'approved', reference_no: 'r' });
    return ((await response.json()) as { journey_id: string }).journey_id;
  };
  const calls = (journeyId: string): Record<SandboxOperation, (signal?: AbortSignal) => Promise<Response>> => ({
    start: () => post('/start-journey', { flow_id: 'approved', reference_no: 'r' }),
    processStep: (signal) => submit(ask, journeyId, '0', signal),
    summary: () => ask('GET', `/summary/${journeyId}`),
    complete: () => post('/complete-journey', { journey_id: journeyId }),
  });
  return { sandbox, ask, start, calls };
}

const picture = createTestImage({ type: 'image/png', widthPx: 3000, heightPx: 2000 });

function submit(ask: Ask, journeyId: string, stepId: string, signal?: AbortSignal): Promise<Response> {
  const form = new FormData();
  form.append('journey_id', journeyId);
  form.append('step_id', stepId);
  form.append('image', picture, 'image.png');
  return ask('POST', '/process-journey-step', { body: form, ...(signal && { signal }) });
}

const isCompleted = async ({ ask, journeyId }: { ask: Ask; journeyId: string }) =>
  ((await (await ask('GET', `/summary/${journeyId}`)).json()) as { is_completed: boolean }).is_completed;

const ways = ['in process', 'over a port'] as const;

/** Every place where a call can break, and whether it was carried out then. */
const cuts: readonly (readonly [FaultPoint, boolean])[] = [
  ['connect', false],
  [{ requestShare: 0 }, false],
  [{ requestShare: 0.5 }, false],
  [{ requestBytes: 1_000 }, false],
  [{ requestShare: 1 }, false],
  ['received', false],
  ['taken', true],
  [{ responseShare: 0 }, true],
  [{ responseShare: 0.5 }, true],
];

describe.each(ways)('an injected fault, %s', (way) => {
  it.each(cuts)('cuts every operation at %j, and logs nothing', async (at, isTaken) => {
    const log = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    const { sandbox, ask, start, calls } = await begin(way);
    const journeyId = await start();
    for (const operation of ['start', 'processStep', 'summary', 'complete'] as const) {
      const fault = sandbox.inject({ operation, fault: { at, effect: 'cut' } });
      const read = async () => (await calls(journeyId)[operation]()).text();
      await expect(read()).rejects.toThrow(TypeError);
      expect([operation, fault.met()]).toEqual([operation, 1]);
    }
    expect(sandbox.submissions()).toHaveLength(isTaken ? 1 : 0);
    expect(sandbox.summaryCalls(journeyId)).toHaveLength(isTaken ? 1 : 0);
    expect(await isCompleted({ ask, journeyId })).toBe(isTaken);
    for (const spy of log) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('has answered with status, headers and half a body before it breaks off the rest', async () => {
    const { sandbox, start, calls } = await begin(way);
    const journeyId = await start();
    const whole = await (await calls(journeyId).summary()).text();
    sandbox.inject({ operation: 'summary', fault: { at: { responseShare: 0.5 }, effect: 'stall' } });
    const response = await calls(journeyId).summary();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    const rest = reader?.read();
    sandbox.reset();
    await expect(rest).rejects.toThrow(TypeError);
  });

  it.each([
    [{ status: 503 }, 'application/json', /^\{"success":false,"message":"[^"]+","error_code":"injected_fault"\}$/, null],
    [{ status: 409, errorCode: 'step_in_progress', retryAfter: 7 }, 'application/json', /"error_code":"step_in_progress"/, '7'],
    [{ status: 429, body: 'empty', retryAfter: { dateInMs: 90_000 } }, null, /^$/, 'Thu, 01 Jan 2026 00:01:30 GMT'],
    [{ status: 200, body: 'html' }, 'text/html', /^<!doctype html>/, null],
    [{ status: 500, body: 'malformed' }, 'application/json', /^\{"success": tr$/, null],
    [{ status: 200, body: 'wrong-types' }, 'application/json', /"journey_id":\{/, null],
    [{ status: 204 }, null, /^$/, null],
  ] satisfies [Exclude<Fault['effect'], string>, string | null, RegExp, string | null][])(
    'answers %j instead',
    async (effect, type, body, retryAfter) => {
      const { sandbox, start, calls } = await begin(way, { now: () => Date.UTC(2026, 0, 1) });
      const journeyId = await start();
      sandbox.inject({ operation: 'processStep', fault: { effect } });
      const response = await calls(journeyId).processStep();
      expect([response.status, response.headers.get('content-type'), response.headers.get('retry-after')]).toEqual([
        effect.status,
        type,
        retryAfter,
      ]);
      expect(await response.text()).toMatch(body);
      expect(sandbox.submissions()).toEqual([]);
      expect((await calls(journeyId).processStep()).status).toBe(200);
    },
  );

  it('answers 504 for what was taken, and 413 before the pictures have come', async () => {
    const { sandbox, start, calls } = await begin(way);
    const journeyId = await start();
    sandbox.inject({ operation: 'processStep', fault: { at: { requestBytes: 500 }, effect: { status: 413 } } });
    sandbox.inject({ operation: 'processStep', fault: { at: 'taken', effect: { status: 504, body: 'html' } } });
    expect((await calls(journeyId).processStep()).status).toBe(413);
    expect(sandbox.submissions()).toEqual([]);
    expect((await calls(journeyId).processStep()).status).toBe(504);
    expect(sandbox.submissions()).toMatchObject([{ result: { accepted: true } }]);
  });

  it('stalls until it is released, and then goes on', async () => {
    const { sandbox, start, calls } = await begin(way);
    const journeyId = await start();
    for (const at of ['connect', { requestShare: 0.5 }, 'received', 'taken', { responseShare: 0.5 }] as const) {
      const fault = sandbox.inject({ operation: 'summary', fault: { at, effect: 'stall' } });
      const answer = calls(journeyId).summary();
      const text = answer.then((response) => response.text());
      await fault.whenMet();
      fault.release();
      expect(JSON.parse(await text)).toMatchObject({ journey_id: journeyId });
    }
  });

  it('breaks what stalls when it is reset', async () => {
    const { sandbox, start, calls } = await begin(way);
    const journeyId = await start();
    const fault = sandbox.inject({ operation: 'any', fault: { effect: 'stall' } });
    const answer = calls(journeyId).processStep();
    await fault.whenMet();
    sandbox.reset();
    await expect(answer).rejects.toThrow(TypeError);
    expect(sandbox.submissions()).toEqual([]);
  });

  it('waits before it strikes', async () => {
    const slept: number[] = [];
    const { sandbox, start, calls } = await begin(way, {
      sleep: async (ms: number) => {
        slept.push(ms);
      },
    });
    const journeyId = await start();
    sandbox.inject({ operation: 'summary', fault: { delayMs: 20_000, effect: 'proceed' } });
    sandbox.inject({ operation: 'processStep', fault: { at: 'taken', delayMs: 5_000, effect: 'cut' } });
    expect((await calls(journeyId).summary()).status).toBe(200);
    await expect(calls(journeyId).processStep()).rejects.toThrow(TypeError);
    expect(slept).toEqual([20_000, 5_000]);
    expect(sandbox.submissions()).toHaveLength(1);
  });

  it.each<[Partial<Injection<SandboxOperation>>, readonly number[]]>([
    [{}, [503, 200, 200, 200]],
    [{ from: 3 }, [200, 200, 503, 200]],
    [{ from: 2, times: 2 }, [200, 503, 503, 200]],
    [{ times: Infinity }, [503, 503, 503, 503]],
    [{ operation: 'complete' }, [200, 200, 200, 200]],
    [{ operation: 'any' }, [503, 200, 200, 200]],
    [{ journeyId: 'another' }, [200, 200, 200, 200]],
  ])('meets the calls that %j names', async (which, statuses) => {
    const { sandbox, start, calls } = await begin(way);
    const journeyId = await start();
    const fault = sandbox.inject({ operation: 'summary', fault: { effect: { status: 503 } }, ...which });
    const seen: number[] = [];
    for (const _ of statuses) seen.push((await calls(journeyId).summary()).status);
    expect(seen).toEqual(statuses);
    expect(fault.met()).toBe(statuses.filter((status) => status === 503).length);
  });

  it('finds journey and step in the bodies, and hands on what it read', async () => {
    const { sandbox, ask, start, calls } = await begin(way);
    const [one, two] = [await start(), await start()];
    const ofStep = sandbox.inject({ operation: 'processStep', journeyId: two, stepId: '10', fault: { at: 'connect', effect: 'cut' } });
    const ofJourney = sandbox.inject({ operation: 'complete', journeyId: two, fault: { effect: { status: 500 } } });
    for (const [journeyId, stepId] of [
      [one, '10'],
      [two, '0'],
    ] as const) {
      expect((await submit(ask, journeyId, stepId)).status).toBe(200);
    }
    await expect(submit(ask, two, '10')).rejects.toThrow(TypeError);
    expect(sandbox.submissions().map(({ journeyId, stepId, image }) => [journeyId, stepId, image?.bytes])).toEqual([
      [one, '10', picture.size],
      [two, '0', picture.size],
    ]);
    expect((await calls(one).complete()).status).toBe(200);
    expect((await calls(two).complete()).status).toBe(500);
    expect([ofStep.met(), ofJourney.met()]).toEqual([1, 1]);
  });

  it('stands one after another when several fit, and not at all once removed', async () => {
    const { sandbox, start, calls } = await begin(way);
    const journeyId = await start();
    const first = sandbox.inject({ operation: 'summary', times: 2, fault: { effect: { status: 500 } } });
    const second = sandbox.inject({ operation: 'summary', times: 9, fault: { effect: { status: 502 } } });
    const seen: number[] = [];
    for (let call = 0; call < 3; call += 1) seen.push((await calls(journeyId).summary()).status);
    second.remove();
    seen.push((await calls(journeyId).summary()).status);
    expect(seen).toEqual([500, 500, 502, 200]);
    expect([first.met(), second.met()]).toEqual([2, 1]);
  });
});

describe('a fault over a port', () => {
  it('takes no submission whose client hangs up while its body stalls', async () => {
    const { sandbox, start, calls } = await begin('over a port');
    const journeyId = await start();
    const fault = sandbox.inject({ operation: 'processStep', fault: { at: { requestBytes: 100 }, effect: 'stall' } });
    const hangUp = new AbortController();
    const answer = calls(journeyId).processStep(hangUp.signal);
    await fault.whenMet();
    hangUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    // Another call goes through the same server, so the hang-up was seen before.
    expect((await calls(journeyId).summary()).status).toBe(200);
    fault.release();
    expect(sandbox.submissions()).toEqual([]);
  });

  it('takes a submission whose client hung up after all of it had come', async () => {
    const { sandbox, start, calls } = await begin('over a port');
    const journeyId = await start();
    const fault = sandbox.inject({ operation: 'processStep', fault: { effect: 'stall' } });
    const hangUp = new AbortController();
    const answer = calls(journeyId).processStep(hangUp.signal);
    await fault.whenMet();
    hangUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    fault.release();
    await vi.waitFor(() => expect(sandbox.submissions()).toMatchObject([{ result: { accepted: true } }]));
  });

  it('resets the connection', async () => {
    const { sandbox, ask, start } = await begin('over a port');
    const journeyId = await start();
    sandbox.inject({ operation: 'processStep', fault: { at: { requestShare: 0.5 }, effect: 'cut' } });
    await expect(submit(ask, journeyId, '0')).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/) },
    });
  });

  it('cuts a body of unknown length after its first piece', async () => {
    const { sandbox, ask } = await begin('over a port');
    const fault = sandbox.inject({ operation: 'processStep', fault: { at: { requestShare: 0.9 }, effect: 'cut' } });
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        // One piece, and then nothing: whoever waited for more would wait for ever.
        if (sent === 0) controller.enqueue(new Uint8Array(1_000));
        else await new Promise(() => {});
        sent += 1;
      },
    });
    const answer = ask('POST', '/process-journey-step', { body, type: 'text/plain' });
    await expect(answer).rejects.toThrow(TypeError);
    expect(fault.met()).toBe(1);
  });
});
