import { describe, expect, it } from 'vitest';
import { createTestImage } from '../images/createTestImage.ts';
import { defaultSteps } from '../journey/Flow.ts';
import { createCaller } from '../testing/createCaller.ts';

describe('findOpenStep', () => {
  it('refuses a step that is being processed, and one that has passed', async () => {
    const { start, submit, advance } = createCaller({ processingMs: 3_000 });
    const journeyId = await start();
    await submit(journeyId, '0');
    advance(2_999);
    expect((await submit(journeyId, '0')).body['error_code']).toBe('step_in_progress');
    advance(1);
    const answer = await submit(journeyId, '0');
    expect([answer.status, answer.body['error_code']]).toEqual([409, 'step_concluded']);
  });

  it.each([1, 2, 5])('concludes a rejected step after %d attempts when the flow says so', async (maxAttempts) => {
    const { sandbox, start, submit, summary } = createCaller({
      processingMs: 0,
      flows: { strict: { steps: defaultSteps, scenario: 'rejected-concluded', maxAttempts } },
    });
    const journeyId = await start('strict');
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      expect((await submit(journeyId, '0')).status).toBe(200);
      expect((await summary(journeyId)).step_summaries[0]?.result?.is_concluded).toBe(attempt === maxAttempts);
      expect(sandbox.submissions().at(-1)?.result).toEqual({ accepted: true, attempt, side: null });
    }
    expect((await submit(journeyId, '0')).body['error_code']).toBe('step_concluded');
  });

  it('does not use up an attempt on a refused picture', async () => {
    const { sandbox, start, submit } = createCaller({ processingMs: 0 });
    const journeyId = await start('rejected-concluded');
    for (let round = 0; round < 5; round += 1) expect((await submit(journeyId, '0', { image: new Blob([]) })).status).toBe(422);
    expect((await submit(journeyId, '0')).status).toBe(200);
    expect(sandbox.submissions().at(-1)?.result).toEqual({ accepted: true, attempt: 1, side: null });
  });

  it('skips an optional step, without a picture, in either encoding', async () => {
    const { sandbox, start, submit, post, summary } = createCaller();
    const journeyId = await start();
    const answer = await submit(journeyId, 'proof_of_address', { skip_step: 'true' });
    expect(answer.status).toBe(200);
    expect(sandbox.submissions()).toMatchObject([{ isSkip: true, image: null, result: { accepted: true, attempt: null } }]);
    expect((await summary(journeyId)).step_summaries).toMatchObject([
      { definition: { step_id: 'proof_of_address' }, result: { status: 'Not Submitted', is_concluded: true, has_passed_rules: null } },
    ]);
    expect((await submit(journeyId, 'proof_of_address')).body['error_code']).toBe('step_concluded');
    const again = await post('/process-journey-step', { journey_id: await start(), step_id: 'proof_of_address', skip_step: 'true' });
    expect(again.status).toBe(200);
  });

  it('skips with a picture too, since the documents mark it as required', async () => {
    const { start, submit, summary } = createCaller();
    const journeyId = await start();
    expect((await submit(journeyId, 'proof_of_address', { skip_step: 'true', image: createTestImage() })).status).toBe(200);
    expect((await summary(journeyId)).step_summaries[0]?.result?.status).toBe('Not Submitted');
  });

  it('does not skip a mandatory step', async () => {
    const { start, submit } = createCaller();
    const journeyId = await start();
    const answer = await submit(journeyId, '0', { skip_step: 'true' });
    expect([answer.status, answer.body['error_code']]).toEqual([422, 'step_not_optional']);
    expect(answer.body['message']).toContain('"0"');
    expect((await submit(journeyId, '0')).status).toBe(200);
  });

  it('skips by a field of another name when told to', async () => {
    const { start, submit } = createCaller({ skipField: 'skip' });
    const journeyId = await start();
    expect((await submit(journeyId, 'proof_of_address', { skip_step: 'true' })).body['error_code']).toBe('unknown_field');
    expect((await submit(journeyId, 'proof_of_address', { skip: 'true' })).status).toBe(200);
  });
});
