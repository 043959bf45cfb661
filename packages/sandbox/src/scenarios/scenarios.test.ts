import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/createCaller.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';

/** Starts a journey at a sandbox that has results at once. */
async function begin(name: ScenarioName, processingMs = 0) {
  const caller = createCaller({ processingMs });
  const journeyId = await caller.start(name);
  const stepResult = async (stepId: string) => {
    const { step_summaries: steps } = await caller.summary(journeyId);
    return steps.find(({ definition }) => String(definition.step_id) === stepId)?.result;
  };
  const submit = (stepId: string) => caller.submit(journeyId, stepId);
  return { ...caller, journeyId, submit, stepResult, wholeSummary: () => caller.summary(journeyId) };
}

const passed = { status: 'Submitted', has_passed_rules: true, is_concluded: true, error_user_feedback_code: null };

describe('scenarios', () => {
  it('describes each in one line', () => {
    for (const { description } of Object.values(scenarios)) expect(description).toMatch(/^[^\n]{10,140}\.$/);
  });

  it('approves every step', async () => {
    const { submit, stepResult, wholeSummary } = await begin('approved');
    for (const stepId of ['0', '10', 'proof_of_address']) {
      await submit(stepId);
      expect(await stepResult(stepId)).toMatchObject(passed);
    }
    expect((await wholeSummary()).result.interim_rule_assessment).toBe('Passed');
  });

  it.each([
    ['rejected-cropped-then-approved', '0', '10', 'feedback_document_cropped', 'Document Cropped'],
    ['rejected-not-physical-then-approved', '0', '10', 'feedback_not_physical_document', 'Image not accepted'],
    ['selfie-rejected-then-approved', '10', '0', 'feedback_selfie_not_accepted', 'Selfie not accepted'],
    ['unknown-codes', '0', '10', 'feedback_hologram_unreadable', 'Hologram not readable'],
  ] as const)('%s rejects step %s once', async (name, stepId, otherStepId, code, title) => {
    const { submit, stepResult } = await begin(name);
    await submit(stepId);
    const rejected = await stepResult(stepId);
    expect(rejected).toMatchObject({
      status: 'Submitted',
      has_passed_rules: false,
      is_concluded: false,
      error_user_feedback_code: code,
      error_user_feedback_title: title,
    });
    expect(rejected?.error_user_feedback_details).not.toBe('');
    expect((await submit(stepId)).status).toBe(200);
    expect(await stepResult(stepId)).toMatchObject({ has_passed_rules: true, is_concluded: true, error_user_feedback_code: null });
    await submit(otherStepId);
    expect(await stepResult(otherStepId)).toMatchObject({ has_passed_rules: true, is_concluded: true });
  });

  it('shows no old feedback while the next attempt is processed', async () => {
    const { submit, stepResult, advance } = await begin('rejected-cropped-then-approved', 3_000);
    await submit('0');
    advance(3_000);
    await submit('0');
    expect(await stepResult('0')).toMatchObject({ status: 'In Progress', error_user_feedback_code: null, error_user_feedback_title: '' });
  });

  it('rejects until the attempts are used up', async () => {
    const { submit, stepResult, wholeSummary } = await begin('rejected-concluded');
    await submit('0');
    expect(await stepResult('0')).toMatchObject({ has_passed_rules: false, is_concluded: false });
    await submit('0');
    expect(await stepResult('0')).toMatchObject({
      has_passed_rules: false,
      is_concluded: true,
      error_user_feedback_code: 'feedback_not_physical_document',
    });
    expect((await submit('0')).status).toBe(409);
    await submit('10');
    expect(await stepResult('10')).toMatchObject(passed);
    expect((await wholeSummary()).result).toMatchObject({
      interim_rule_assessment: 'Failed',
      interim_rule_details: { same_subject: { result: 'CouldNotApply' } },
    });
  });

  it.each([
    ['face-mismatch', 'same_subject'],
    ['under-age', 'under_age'],
  ] as const)('%s shows in the rule %s only, and asks for no other attempt', async (name, failed) => {
    const { submit, stepResult, wholeSummary } = await begin(name);
    for (const stepId of ['0', '10']) {
      await submit(stepId);
      expect(await stepResult(stepId)).toMatchObject(passed);
      expect((await submit(stepId)).body['error_code']).toBe('step_concluded');
    }
    const { interim_rule_assessment: assessment, interim_rule_details: rules } = (await wholeSummary()).result;
    expect(assessment).toBe('Failed');
    const failures = Object.entries(rules ?? {}).filter(([, { result }]) => result === 'Failed');
    expect(failures.map(([key]) => key)).toEqual([failed]);
  });

  it('takes twenty seconds', async () => {
    const { submit, stepResult, advance } = await begin('slow');
    await submit('0');
    advance(17_999);
    expect(await stepResult('0')).toMatchObject({ status: 'In Progress' });
    expect(await stepResult('0')).toMatchObject(passed);
  });

  it('speaks of things no document names', async () => {
    const { submit, stepResult, wholeSummary, advance } = await begin('unknown-codes', 3_000);
    await submit('10');
    expect(await stepResult('10')).toMatchObject({ status: 'Queued For Review', has_passed_rules: null, is_concluded: false });
    expect(await stepResult('10')).toMatchObject({ status: 'Reviewed', has_passed_rules: true, is_concluded: true });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await submit('0');
      advance(3_000);
    }
    const summary = await wholeSummary();
    expect(summary.step_summaries.map(({ definition }) => definition.step_type)).toEqual(['Identity Card', 'Video Selfie']);
    expect(summary.result).toMatchObject({
      interim_rule_assessment: 'Passed',
      interim_rule_details: { screen_recapture: { name: 'Screen Recapture', result: 'Inconclusive' } },
    });
  });

  it('fails the first upload of each step and takes the next', async () => {
    const { sandbox, submit, stepResult } = await begin('upload-error-then-approved');
    for (const stepId of ['0', '10']) {
      const failed = await submit(stepId);
      expect([failed.status, failed.body['error_code'], failed.headers.get('retry-after')]).toEqual([503, 'service_unavailable', '1']);
      expect(await stepResult(stepId)).toBeUndefined();
      expect((await submit(stepId)).status).toBe(200);
      expect(await stepResult(stepId)).toMatchObject(passed);
    }
    expect(sandbox.submissions().map(({ result }) => result.accepted)).toEqual([false, true, false, true]);
  });

  it('blocks the second summary call, however patient', async () => {
    const { call, journeyId, submit, advance } = await begin('rate-limited');
    const get = async () => (await call('GET', `/summary/${journeyId}`)).status;
    await submit('0');
    expect(await get()).toBe(200);
    advance(60_000);
    expect(await get()).toBe(429);
    advance(9_999);
    expect(await get()).toBe(429);
    advance(1);
    expect(await get()).toBe(200);
    advance(2_000);
    expect(await get()).toBe(200);
  });
});
