import { describe, expect, it } from 'vitest';
import { createTestImage } from './images/createTestImage.ts';
import { createCaller } from './testing/createCaller.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { defaultSteps } from './journey/Flow.ts';

describe('createSandbox', () => {
  it('counts what it took by step and picture, also what it keeps no longer', async () => {
    const { sandbox, start, submit } = createCaller({ processingMs: 0, keepSubmissions: 1 });
    const [one, two] = [await start('rejected-concluded'), await start()];
    const [small, large] = [createTestImage({ widthPx: 800 }), createTestImage({ widthPx: 900 })];
    for (const image of [small, small, large]) await submit(one, '0', { image });
    await submit(one, '10', { image: small });
    await submit(two, '0', { image: small });
    await submit(two, 'proof_of_address', { skip_step: 'true' });
    const rows = (journeyId?: string) => sandbox.accepted(journeyId).map(({ stepId, digest, count }) => [stepId, digest, count]);
    const digest = rows()[0]?.[1];
    expect(rows(one)).toEqual([
      ['0', digest, 2],
      ['10', digest, 1],
    ]);
    expect(rows(two)).toEqual([
      ['0', digest, 1],
      ['proof_of_address', null, 1],
    ]);
    expect(sandbox.submissions()).toHaveLength(1);
    sandbox.reset();
    expect([sandbox.accepted(), sandbox.calls()]).toEqual([[], []]);
  });

  it('notes every call as it comes, also what a fault keeps away', async () => {
    const { sandbox, start, call, advance } = createCaller();
    const journeyId = await start();
    sandbox.inject({ operation: 'summary', fault: { effect: { status: 502 } } });
    const get = () => call('GET', `/summary/${journeyId}`, { headers: { authorization: 'none' } });
    expect((await get()).status).toBe(502);
    advance(500);
    expect((await get()).status).toBe(401);
    await call('GET', '/nothing');
    expect(sandbox.calls().map(({ operation }) => operation)).toEqual(['start', 'summary', 'summary']);
    expect(sandbox.calls('summary')).toMatchObject([
      { path: `/journey/v2/summary/${journeyId}`, atMs: Date.UTC(2026, 0, 1) },
      { atMs: Date.UTC(2026, 0, 1) + 500 },
    ]);
    expect(sandbox.summaryCalls()).toEqual([]);
  });

  it('takes its own clock for the time', async () => {
    const { sandbox, call, start } = createCaller({
      skewMs: -2 * 3_600_000,
      flows: { dated: { steps: defaultSteps, scenario: { ...scenarios.approved, blockRetryAfter: 'date' } } },
    });
    const journeyId = await start('dated');
    const get = () => call('GET', `/summary/${journeyId}`);
    expect((await get()).headers.get('date')).toBe('Wed, 31 Dec 2025 22:00:00 GMT');
    const blocked = await get();
    expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, 'Wed, 31 Dec 2025 22:00:10 GMT']);
    sandbox.inject({ operation: 'summary', fault: { effect: { status: 503, retryAfter: { dateInMs: 5_000 } } } });
    expect((await get()).headers.get('retry-after')).toBe('Wed, 31 Dec 2025 22:00:05 GMT');
  });

  it('takes as long over each submission as the scenario says', async () => {
    const { start, submit, summary } = createCaller({
      flows: {
        uneven: {
          steps: defaultSteps,
          scenario: { ...scenarios.approved, processingMs: ({ stepId }) => (stepId === '0' ? 1_000 : 9_000) },
        },
      },
    });
    const journeyId = await start('uneven');
    for (const stepId of ['0', '10']) await submit(journeyId, stepId);
    const { step_summaries: steps } = await summary(journeyId);
    expect(steps.map(({ result }) => result?.status)).toEqual(['Submitted', 'In Progress']);
  });

  it('plays a proof of address that is too old, and a step of a type of its own', async () => {
    const { start, submit, summary } = createCaller({ processingMs: 0 });
    const proof = await start('proof-of-address');
    expect((await submit(proof, 'proof_of_address', { skip_step: 'true' })).body['error_code']).toBe('step_not_optional');
    await submit(proof, 'proof_of_address');
    expect((await summary(proof)).step_summaries[0]?.result?.error_user_feedback_code).toBe('feedback_proof_of_address_too_old');
    await submit(proof, 'proof_of_address');
    expect((await summary(proof)).step_summaries[0]?.result?.has_passed_rules).toBe(true);
    const face = await start('additional-face');
    await submit(face, 'additional_face');
    expect((await summary(face)).step_summaries).toMatchObject([
      { definition: { step_id: 'additional_face', step_type: 'Additional Face' }, result: { has_passed_rules: true } },
    ]);
  });
});
