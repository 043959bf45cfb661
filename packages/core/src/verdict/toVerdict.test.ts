import { describe, expect, it } from 'vitest';
import { parseSummary } from '../contract/parseSummary.ts';
import { toVerdict } from './toVerdict.ts';

const verdictOf = (result: Record<string, unknown> | null, isCompleted = false) =>
  toVerdict(parseSummary({ journey_id: 'j', is_completed: isCompleted, step_summaries: [{ definition: { step_id: 0 }, result }] }), '0');

describe('toVerdict', () => {
  it.each([
    [null, { status: 'open' }],
    [{ status: 'Not Submitted', is_concluded: false }, { status: 'open' }],
    [{ status: 'In Progress', is_concluded: false }, { status: 'processing' }],
    [{ status: 'In Progress', has_passed_rules: false, is_concluded: false }, { status: 'processing' }],
    [{ status: 'Submitted', is_concluded: false }, { status: 'processing' }],
    [{ status: 'Quarantined', has_passed_rules: false, is_concluded: false }, { status: 'processing' }],
    [{ status: 'Quarantined', has_passed_rules: true, is_concluded: true }, { status: 'accepted' }],
    [{ status: 'Submitted', has_passed_rules: true, is_concluded: true }, { status: 'accepted' }],
    [{ status: 'Submitted', has_passed_rules: true, is_concluded: false }, { status: 'accepted' }],
  ])('turns %j into %j', (result, verdict) => {
    expect(verdictOf(result)).toEqual(verdict);
  });

  const cropped = {
    error_user_feedback_code: 'feedback_document_cropped',
    error_user_feedback_title: 'Document Cropped',
    error_user_feedback_details: 'Show all of it.',
  };
  const feedback = { code: 'feedback_document_cropped', title: 'Document Cropped', details: 'Show all of it.' };

  it('allows another try while the step is not concluded', () => {
    expect(verdictOf({ status: 'Submitted', has_passed_rules: false, is_concluded: false, ...cropped })).toEqual({
      status: 'rejected',
      feedback,
      canRetry: true,
    });
  });

  it('allows none once it is concluded', () => {
    expect(verdictOf({ status: 'Submitted', has_passed_rules: false, is_concluded: true, ...cropped })).toEqual({
      status: 'rejected',
      feedback,
      canRetry: false,
    });
  });

  it('allows none once the journey is completed', () => {
    expect(verdictOf({ status: 'Submitted', has_passed_rules: false, is_concluded: false }, true)).toEqual({
      status: 'rejected',
      feedback: { code: null, title: '', details: '' },
      canRetry: false,
    });
  });

  it('leaves a step that the summary does not list open', () => {
    expect(toVerdict(parseSummary({ journey_id: 'j' }), 'selfie')).toEqual({ status: 'open' });
  });
});
