import { parseSummary, toVerdict } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/createCaller.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';

/** The summaries of one journey: nothing done, one step submitted and one skipped, and all of it settled. */
async function summariesOf(name: ScenarioName) {
  const { start, submit, summary, advance } = createCaller({ processingMs: 3_000 });
  const journeyId = await start(name);
  const before = await summary(journeyId);
  await submit(journeyId, '0');
  await submit(journeyId, 'proof_of_address', { skip_step: 'true' });
  const during = await summary(journeyId);
  await submit(journeyId, '10');
  advance(3_000);
  return { before, during, after: await summary(journeyId) };
}

const verdicts = (summary: unknown) => ['0', '10', 'proof_of_address'].map((stepId) => toVerdict(parseSummary(summary), stepId).status);

describe('the forms a summary may take', () => {
  it('text-fields holds nothing but text', async () => {
    const { during, after } = await summariesOf('text-fields');
    expect(during).toMatchObject({
      is_completed: 'false',
      step_summaries: [
        {
          definition: { step_id: '0' },
          result: { status: 'In Progress', has_passed_rules: '', is_concluded: 'false', error_user_feedback_code: '' },
        },
        {},
      ],
      result: { interim_rule_assessment: '', interim_rule_details: '' },
    });
    expect(JSON.stringify(after)).not.toMatch(/:(?:\d|true|false|null)/);
  });

  it('number-fields has flags of 1 and 0', async () => {
    const { during, after } = await summariesOf('number-fields');
    expect(during).toMatchObject({ is_completed: 0, step_summaries: [{ result: { is_concluded: 0, has_passed_rules: null } }, {}] });
    expect(after).toMatchObject({ step_summaries: [{ result: { is_concluded: 1, has_passed_rules: 1 } }, {}, {}] });
  });

  it('sparse-fields leaves out what says nothing', async () => {
    const { before, during, after } = await summariesOf('sparse-fields');
    expect(Object.keys(before).toSorted()).toEqual(['journey_id', 'step_summaries']);
    expect(during.step_summaries[0]).toEqual({
      definition: { step_id: 0, step_type: 'Document', step_title: 'Photo ID' },
      result: { status: 'In Progress' },
    });
    expect(after.step_summaries[0]?.result).toEqual({ status: 'Submitted', has_passed_rules: true, is_concluded: true });
  });

  it('listed-steps has a result of null for what was not submitted', async () => {
    const { before, during } = await summariesOf('listed-steps');
    expect(before.step_summaries.map(({ definition, result }) => [definition.step_id, result])).toEqual([
      [0, null],
      [10, null],
      ['proof_of_address', null],
    ]);
    expect(during.step_summaries.map(({ result }) => result?.status ?? null)).toEqual(['In Progress', null, 'Not Submitted']);
  });

  it.each([
    ['skip-not-shown', []],
    ['skip-as-status', [['Skipped', true, true]]],
    ['skip-not-concluded', [['Not Submitted', null, false]]],
    ['approved', [['Not Submitted', null, true]]],
  ] as const)('%s shows a skipped step its own way', async (name, shown) => {
    const { during } = await summariesOf(name);
    const skipped = during.step_summaries.filter(({ definition }) => definition.step_id === 'proof_of_address');
    expect(skipped.map(({ result }) => [result?.status, result?.has_passed_rules, result?.is_concluded])).toEqual(shown);
  });

  it.each(['approved', 'text-fields', 'sparse-fields', 'listed-steps'] as const)('%s says the same to the client', async (name) => {
    const { before, during, after } = await summariesOf(name);
    expect([before, during, after].map(verdicts)).toEqual([
      ['open', 'open', 'open'],
      ['processing', 'open', 'skipped'],
      ['accepted', 'accepted', 'skipped'],
    ]);
  });

  it('has all three steps in every default flow, whatever is changed about them', () => {
    for (const { steps } of Object.values(scenarios)) {
      const ids = steps?.map(({ stepId }) => stepId) ?? ['0', '10', 'proof_of_address'];
      expect(ids).toEqual(expect.arrayContaining(['0', '10', 'proof_of_address']));
    }
  });
});
