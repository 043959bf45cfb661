import { describe, expect, it } from 'vitest';
import { ContractError } from '../errors/ContractError.ts';
import { parseSummary } from './parseSummary.ts';

const documented = {
  journey_id: '6568c0fdb3c96d',
  is_completed: true,
  step_summaries: [
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
  ],
  result: {
    interim_rule_assessment: 'Failed',
    interim_rule_details: {
      same_subject: { name: 'Same Person', result: 'Passed' },
      under_age: { name: 'Under Age', result: 'Failed' },
    },
  },
};

const withResult = (result: unknown) =>
  parseSummary({ journey_id: 'j', step_summaries: [{ definition: { step_id: '0' }, result }] }).steps[0]?.result;

describe('parseSummary', () => {
  it('reads the documented example', () => {
    expect(parseSummary(documented)).toEqual({
      journeyId: '6568c0fdb3c96d',
      isCompleted: true,
      steps: [
        {
          stepId: '0',
          stepType: 'Document',
          stepTitle: 'Photo ID',
          result: { status: 'Submitted', hasPassedRules: true, isConcluded: true, feedback: null },
        },
      ],
      interimAssessment: 'Failed',
      interimRules: [
        { key: 'same_subject', name: 'Same Person', result: 'Passed' },
        { key: 'under_age', name: 'Under Age', result: 'Failed' },
      ],
    });
  });

  it.each([
    ['In Progress', 'In Progress'],
    ['in_progress', 'In Progress'],
    ['NOT SUBMITTED', 'Not Submitted'],
    ['submitted', 'Submitted'],
    ['Quarantined', 'Quarantined'],
    [undefined, ''],
  ])('reads status %j as %j', (wire, status) => {
    expect(withResult({ status: wire })?.status).toBe(status);
  });

  it.each([
    [true, true],
    ['True', true],
    ['false', false],
    [null, null],
    [undefined, null],
    [7, null],
  ])('reads has_passed_rules %j as %j', (wire, flag) => {
    expect(withResult({ has_passed_rules: wire })?.hasPassedRules).toBe(flag);
  });

  it.each([[null], [''], [undefined]])('takes feedback code %j without words for no feedback', (code) => {
    expect(withResult({ error_user_feedback_code: code })?.feedback).toBeNull();
  });

  it('keeps an unknown feedback code with the words of the server', () => {
    expect(
      withResult({
        error_user_feedback_code: 'feedback_brand_new',
        error_user_feedback_title: 'Something new',
        error_user_feedback_details: 'Do this instead.',
      })?.feedback,
    ).toEqual({ code: 'feedback_brand_new', title: 'Something new', details: 'Do this instead.' });
  });

  it('reads the empty start of a journey', () => {
    expect(parseSummary({ journey_id: 'j', reference_no: 'r', is_completed: false, step_summaries: [] })).toEqual({
      journeyId: 'j',
      isCompleted: false,
      steps: [],
      interimAssessment: null,
      interimRules: [],
    });
  });

  it.each([
    [{ interim_rule_assessment: 'Failed', interim_rule_details: { odd: null, same_subject: { name: 'Same Person', result: 'Failed' } } }],
    [
      {
        interim_rule_assessment: 'Failed',
        interim_rule_details: { odd: 'Passed', same_subject: { name: 'Same Person', result: 'Failed' } },
      },
    ],
  ])('keeps the other rules when one cannot be read', (result) => {
    expect(parseSummary({ journey_id: 'j', result })).toMatchObject({
      interimAssessment: 'Failed',
      interimRules: [
        { key: 'odd', name: 'odd', result: '' },
        { key: 'same_subject', name: 'Same Person', result: 'Failed' },
      ],
    });
  });

  it.each([['Passed'], [7], [[]], [{ interim_rule_details: 'none' }], [{ interim_rule_details: [] }]])(
    'reads the steps although the interim result is %j',
    (result) => {
      const wire = { journey_id: 'j', step_summaries: [{ definition: { step_id: 1 }, result: { status: 'Submitted' } }], result };
      expect(parseSummary(wire)).toMatchObject({ steps: [{ stepId: '1', result: { status: 'Submitted' } }], interimRules: [] });
    },
  );

  it.each([
    [{ step_summaries: [] }, 'journey_id'],
    [{ journey_id: '', step_summaries: [] }, 'journey_id'],
    [{ journey_id: 'j', step_summaries: {} }, 'step_summaries'],
    [{ journey_id: 'j', step_summaries: [{ definition: { step_id: '0' }, result: 'Submitted' }] }, 'step_summaries.0.result'],
    [{ journey_id: 'j', step_summaries: [{ definition: {} }] }, 'step_summaries.0.definition.step_id'],
    [{ journey_id: 'j', step_summaries: [{}] }, 'step_summaries.0.definition'],
  ])('names the field that is missing', (wire, field) => {
    expect(() => parseSummary(wire)).toThrow(expect.objectContaining({ code: 'contract/malformed', field }));
  });

  it.each([['<html>'], [null], [[]]])('refuses %j', (wire) => {
    expect(() => parseSummary(wire)).toThrow(ContractError);
  });
});
