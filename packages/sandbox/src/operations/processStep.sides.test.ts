import { describe, expect, it } from 'vitest';
import { createTestImage } from '../images/createTestImage.ts';
import { createCaller } from '../testing/createCaller.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { FlowStep } from '../journey/Flow.ts';

const front = createTestImage({ widthPx: 900 });
const back = createTestImage({ widthPx: 901 });

async function begin(scenario: Partial<(typeof scenarios)['approved']> = {}) {
  const steps: readonly FlowStep[] = [{ stepId: '0', stepType: 'Document', stepTitle: 'Photo ID', sides: 'separate', isOptional: true }];
  const caller = createCaller({ processingMs: 3_000, flows: { two: { steps, scenario: { ...scenarios.approved, ...scenario } } } });
  const journeyId = await caller.start('two');
  return {
    ...caller,
    journeyId,
    submit: (image: Blob, fields = {}) => caller.submit(journeyId, '0', { image, ...fields }),
    result: async () => (await caller.summary(journeyId)).step_summaries[0]?.result,
    results: () => caller.sandbox.submissions().map(({ result }) => result),
  };
}

describe('a step whose sides come in two calls', () => {
  it('waits for the back, however long, and is judged once', async () => {
    let judged = 0;
    const { submit, result, results, advance, summary, journeyId } = await begin({
      judge: () => {
        judged += 1;
        return { verdict: 'passed' };
      },
    });
    await submit(front);
    advance(60_000);
    expect(await result()).toMatchObject({ status: 'In Progress', is_concluded: false, has_passed_rules: null });
    expect((await submit(back)).status).toBe(200);
    expect(await result()).toMatchObject({ status: 'In Progress' });
    expect((await submit(back)).body['error_code']).toBe('step_in_progress');
    advance(3_000);
    expect(await result()).toMatchObject({ status: 'Submitted', is_concluded: true, has_passed_rules: true });
    expect((await summary(journeyId)).result.interim_rule_assessment).toBe('Passed');
    expect(results()).toMatchObject([
      { accepted: true, attempt: 1, side: 'front' },
      { accepted: true, attempt: 1, side: 'back' },
      { accepted: false },
    ]);
    expect(judged).toBe(1);
  });

  it('asks for both again after a rejection', async () => {
    const { submit, result, results, advance } = await begin(scenarios['rejected-cropped-then-approved']);
    for (const attempt of [1, 2]) {
      await submit(front);
      await submit(back);
      advance(3_000);
      expect(await result()).toMatchObject({ has_passed_rules: attempt === 2, is_concluded: attempt === 2 });
    }
    expect(results().map((taken) => taken.accepted && [taken.attempt, taken.side])).toEqual([
      [1, 'front'],
      [1, 'back'],
      [2, 'front'],
      [2, 'back'],
    ]);
  });

  it('takes both in one call too, and counts them apart', async () => {
    const { submit, result, results, advance, sandbox } = await begin();
    await submit(front, { image2: back });
    advance(3_000);
    expect(await result()).toMatchObject({ has_passed_rules: true });
    expect(results()).toEqual([{ accepted: true, attempt: 1, side: null }]);
    const [{ digest = null } = {}] = sandbox.accepted();
    expect(digest).toMatch(/^[0-9a-f]{8}-\d+\+[0-9a-f]{8}-\d+$/);
  });

  it('is skipped with its front in hand', async () => {
    const { submit, result } = await begin();
    await submit(front);
    await submit(front, { skip_step: 'true' });
    expect(await result()).toMatchObject({ status: 'Not Submitted', is_concluded: true });
  });

  it('has no result when the journey is completed with its front in hand', async () => {
    const { submit, result, sandbox, journeyId } = await begin({ halfStatus: 'Front Taken' });
    await submit(front);
    expect(await result()).toMatchObject({ status: 'Front Taken' });
    sandbox.completeJourney(journeyId);
    expect(await result()).toBeUndefined();
    expect((await submit(back)).body['error_code']).toBe('journey_completed');
  });
});
