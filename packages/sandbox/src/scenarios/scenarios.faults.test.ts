import { describe, expect, it } from 'vitest';
import { authorization, createCaller } from '../testing/createCaller.ts';
import type { ScenarioName } from './scenarios.ts';

/** A journey of a scenario, at a sandbox that has results at once. */
async function begin(name: ScenarioName, processingMs = 0) {
  const caller = createCaller({ processingMs });
  const journeyId = await caller.start(name);
  const submit = (stepId: string) => caller.submit(journeyId, stepId);
  /** A summary as it comes, asked for when it may be. */
  const ask = () => {
    caller.advance(2_000);
    return caller.sandbox.handle(new Request(`http://sandbox.test/journey/v2/summary/${journeyId}`, { headers: { authorization } }));
  };
  const concluded = async () =>
    (await caller.summary(journeyId)).step_summaries.map(({ definition, result }) => [definition.step_id, result?.has_passed_rules]);
  return { ...caller, journeyId, submit, ask, concluded };
}

describe('scenarios in which calls go wrong', () => {
  it.each([
    ['upload-cut-then-approved', 0],
    ['answer-lost', 1],
    ['processed-twice', 1],
  ] as const)('%s breaks the first upload of each step, of which %d are taken', async (name, taken) => {
    const { sandbox, submit, concluded } = await begin(name);
    for (const stepId of ['0', '10', 'proof_of_address']) {
      await expect(submit(stepId)).rejects.toThrow(TypeError);
      expect(sandbox.submissions().filter((submission) => submission.stepId === stepId)).toHaveLength(taken);
      expect((await submit(stepId)).status).toBe(taken === 0 ? 200 : 409);
    }
    expect(await concluded()).toEqual([
      [0, true],
      [10, true],
      ['proof_of_address', true],
    ]);
    expect(sandbox.accepted().map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('processed-twice shows who sends again while the first is being processed', async () => {
    const { sandbox, journeyId, submit, summary, advance } = await begin('processed-twice', 3_000);
    await expect(submit('0')).rejects.toThrow(TypeError);
    expect((await submit('0')).status).toBe(200);
    expect(sandbox.accepted(journeyId)).toMatchObject([{ journeyId, stepId: '0', count: 2 }]);
    advance(3_000);
    expect((await summary(journeyId)).step_summaries[0]?.result).toMatchObject({
      has_passed_rules: false,
      is_concluded: true,
      error_user_feedback_code: 'feedback_submitted_twice',
    });
  });

  it('upload-rate-limited asks to come back in three seconds', async () => {
    const { submit } = await begin('upload-rate-limited');
    for (const stepId of ['0', '10']) {
      const answer = await submit(stepId);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
      expect((await submit(stepId)).status).toBe(200);
    }
  });

  it('rate-limited-silently does not say when its block ends', async () => {
    const { ask, advance } = await begin('rate-limited-silently');
    const answers = [await ask(), await ask()];
    advance(8_000);
    answers.push(await ask());
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [200, null],
      [429, null],
      [200, null],
    ]);
  });

  it('broken-summaries are broken in three ways, and then right', async () => {
    const { ask, journeyId } = await begin('broken-summaries');
    const texts: string[] = [];
    for (let call = 0; call < 5; call += 1) {
      const response = await ask();
      expect(response.status).toBe(200);
      texts.push(await response.text());
    }
    expect(texts[1]).toMatch(/^<!doctype html>/);
    expect(() => JSON.parse(texts[2] ?? '') as unknown).toThrow(SyntaxError);
    expect(JSON.parse(texts[3] ?? '')).toMatchObject({ journey_id: {}, is_completed: 'perhaps', step_summaries: {} });
    for (const text of [texts[0], texts[4]]) expect(JSON.parse(text ?? '')).toMatchObject({ journey_id: journeyId, step_summaries: [] });
  });

  it('clock-skew blocks until a date of its own clock', async () => {
    const { ask } = await begin('clock-skew');
    await ask();
    const { status, headers } = await ask();
    const [dateMs, untilMs] = ['date', 'retry-after'].map((name) => Date.parse(headers.get(name) ?? ''));
    expect([status, (untilMs ?? 0) - (dateMs ?? 0)]).toEqual([429, 6_000]);
    expect(dateMs).toBe(Date.UTC(2026, 0, 1, 3, 0, 4));
    expect((await ask()).status).toBe(200);
  });

  it('leaves the other journeys alone', async () => {
    const { start, submit, sandbox } = createCaller();
    await start('answer-lost');
    const other = await start('approved');
    expect((await submit(other, '0')).status).toBe(200);
    expect(sandbox.calls('processStep')).toHaveLength(1);
  });
});
