import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/createCaller.ts';

describe('readSummary', () => {
  it('shows a step from absent over In Progress to Submitted, by the clock alone', async () => {
    const { start, submit, summary, call, advance } = createCaller({ processingMs: 3_000 });
    const journeyId = await start();
    expect(await summary(journeyId)).toEqual({
      journey_id: journeyId,
      is_completed: false,
      step_summaries: [],
      result: { interim_rule_assessment: null, interim_rule_details: null },
    });

    await submit(journeyId, '0');
    expect((await summary(journeyId)).step_summaries).toEqual([
      {
        definition: { step_id: 0, step_type: 'Document', step_title: 'Photo ID' },
        result: {
          has_passed_rules: null,
          is_concluded: false,
          status: 'In Progress',
          error_user_feedback_code: null,
          error_user_feedback_title: '',
          error_user_feedback_details: '',
        },
      },
    ]);
    expect((await summary(journeyId)).step_summaries).toEqual([
      {
        definition: { step_id: 0, step_type: 'Document', step_title: 'Photo ID' },
        result: {
          has_passed_rules: true,
          is_concluded: true,
          status: 'Submitted',
          error_user_feedback_code: null,
          error_user_feedback_title: '',
          error_user_feedback_details: '',
        },
      },
    ]);
    advance(2_000);
    expect((await call('GET', `/summary/${encodeURIComponent(journeyId)}`)).headers.get('cache-control')).toBe('no-store');
  });

  it('sends ids of digits as numbers and others as strings, in the order of the flow', async () => {
    const { start, submit, summary } = createCaller();
    const journeyId = await start();
    for (const stepId of ['proof_of_address', '10', '0']) await submit(journeyId, stepId);
    const ids = (await summary(journeyId)).step_summaries.map(({ definition }) => definition.step_id);
    expect(ids).toEqual([0, 10, 'proof_of_address']);
  });

  it('runs the rules once the mandatory steps are concluded', async () => {
    const { start, submit, summary } = createCaller({ processingMs: 0 });
    const journeyId = await start();
    await submit(journeyId, '0');
    expect((await summary(journeyId)).result).toEqual({ interim_rule_assessment: null, interim_rule_details: null });
    await submit(journeyId, '10');
    expect((await summary(journeyId)).result).toEqual({
      interim_rule_assessment: 'Passed',
      interim_rule_details: {
        same_subject: { name: 'Same Person', result: 'Passed' },
        under_age: { name: 'Under Age', result: 'Passed' },
        no_duplicate_applicant: { name: 'Unique Applicant', result: 'Passed' },
      },
    });
  });

  it('blocks a journey whose summary is asked for within two seconds, and only that one', async () => {
    const { sandbox, start, call, advance } = createCaller({ blockMs: 10_000 });
    const journeyId = await start();
    const other = await start();
    const get = async (id: string) => {
      const { status, headers, body } = await call('GET', `/summary/${id}`);
      return [status, headers.get('retry-after'), body['error_code']];
    };
    const fine = [200, null, undefined];

    expect(await get(journeyId)).toEqual(fine);
    advance(2_000);
    expect(await get(journeyId)).toEqual(fine);
    advance(1_999);
    expect(await get(journeyId)).toEqual([429, '10', 'temporarily_blocked']);
    expect(await get(other)).toEqual(fine);
    advance(5_500);
    expect(await get(journeyId)).toEqual([429, '5', 'temporarily_blocked']);
    advance(4_499);
    expect(await get(journeyId)).toEqual([429, '1', 'temporarily_blocked']);
    advance(1);
    expect(await get(journeyId)).toEqual(fine);

    const startMs = Date.UTC(2026, 0, 1);
    expect(sandbox.summaryCalls(journeyId)).toEqual(
      [
        [0, 200],
        [2_000, 200],
        [3_999, 429],
        [9_499, 429],
        [13_998, 429],
        [13_999, 200],
      ].map(([ms = 0, status]) => ({ journeyId, atMs: startMs + ms, status })),
    );
    expect(sandbox.summaryCalls(other)).toHaveLength(1);
    expect(sandbox.summaryCalls()).toHaveLength(7);
  });

  it('lets steps be submitted during a block', async () => {
    const { start, submit, call } = createCaller();
    const journeyId = await start();
    await call('GET', `/summary/${journeyId}`);
    expect((await call('GET', `/summary/${journeyId}`)).status).toBe(429);
    expect((await submit(journeyId, '0')).status).toBe(200);
  });

  it('switches the rule off when told to', async () => {
    const { start, call } = createCaller({ minPollMs: 0 });
    const journeyId = await start();
    for (let round = 0; round < 3; round += 1) expect((await call('GET', `/summary/${journeyId}`)).status).toBe(200);
  });

  it('does not know a journey of another sandbox', async () => {
    const journeyId = await createCaller().start();
    const { sandbox, call } = createCaller();
    expect((await call('GET', `/summary/${journeyId}`)).status).toBe(404);
    expect(sandbox.summaryCalls()).toEqual([]);
  });
});
