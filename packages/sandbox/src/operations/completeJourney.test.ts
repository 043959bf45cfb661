import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/createCaller.ts';

describe('completeJourney', () => {
  it('freezes a journey, however often it is called', async () => {
    const { start, submit, post, summary } = createCaller({ processingMs: 0 });
    const journeyId = await start();
    await submit(journeyId, '0');
    for (let round = 0; round < 2; round += 1) {
      const answer = await post('/complete-journey', { journey_id: journeyId });
      expect([answer.status, answer.body]).toEqual([200, { journey_id: journeyId, is_completed: true }]);
    }
    for (const stepId of ['0', '10', 'nope']) {
      const answer = await submit(journeyId, stepId);
      expect([answer.status, answer.body['error_code']]).toEqual([409, 'journey_completed']);
    }
    expect(await summary(journeyId)).toMatchObject({
      is_completed: true,
      step_summaries: [{ definition: { step_id: 0 }, result: { is_concluded: true } }],
      result: {
        interim_rule_assessment: 'Failed',
        interim_rule_details: { same_subject: { result: 'CouldNotApply' }, under_age: { result: 'Passed' } },
      },
    });
  });

  it('passes a journey whose mandatory steps have passed', async () => {
    const { start, submit, post, summary } = createCaller({ processingMs: 0 });
    const journeyId = await start();
    await submit(journeyId, '0');
    await submit(journeyId, '10');
    await post('/complete-journey', { journey_id: journeyId });
    expect(await summary(journeyId)).toMatchObject({ is_completed: true, result: { interim_rule_assessment: 'Passed' } });
  });

  it('lets what is being processed come to its end before the rules run', async () => {
    const { start, submit, post, summary } = createCaller({ processingMs: 3_000 });
    const journeyId = await start();
    await submit(journeyId, '0');
    await post('/complete-journey', { journey_id: journeyId });
    expect(await summary(journeyId)).toMatchObject({
      is_completed: true,
      step_summaries: [{ result: { status: 'In Progress' } }],
      result: { interim_rule_assessment: null },
    });
    expect(await summary(journeyId)).toMatchObject({
      step_summaries: [{ result: { status: 'Submitted', is_concluded: true } }],
      result: { interim_rule_assessment: 'Failed' },
    });
  });

  it('concludes a rejected step that had an attempt left', async () => {
    const { start, submit, post, summary } = createCaller({ processingMs: 0 });
    const journeyId = await start('rejected-cropped-then-approved');
    await submit(journeyId, '0');
    expect(await summary(journeyId)).toMatchObject({ step_summaries: [{ result: { has_passed_rules: false, is_concluded: false } }] });
    await post('/complete-journey', { journey_id: journeyId });
    expect(await summary(journeyId)).toMatchObject({ step_summaries: [{ result: { has_passed_rules: false, is_concluded: true } }] });
  });

  it.each([
    [{}, 422, 'missing_field'],
    [{ journey_id: 5 }, 422, 'invalid_field'],
    [{ journey_id: 'nope' }, 404, 'missing_requested_resource'],
    [{ journey_id: 'nope', force: true }, 422, 'unknown_field'],
    [null, 400, 'malformed_body'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await createCaller().post('/complete-journey', body);
    expect([answer.status, answer.body['error_code']]).toEqual([status, code]);
  });
});
