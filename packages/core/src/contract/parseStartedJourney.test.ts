import { describe, expect, it } from 'vitest';
import { ContractError } from '../errors/ContractError.ts';
import { parseStartedJourney } from './parseStartedJourney.ts';

const documented = {
  journey_id: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  reference_no: 'applicant-ref-001',
  is_completed: false,
  step_summaries: [],
};

describe('parseStartedJourney', () => {
  it('reads the documented example', () => {
    expect(parseStartedJourney(documented)).toEqual({
      journeyId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
      referenceNo: 'applicant-ref-001',
      summary: {
        journeyId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
        isCompleted: false,
        steps: [],
        interimAssessment: null,
        interimRules: [],
      },
      session: null,
    });
  });

  it('reads the session that a relay adds', () => {
    const session = { token: 'signed', expires_at: '2026-01-02T03:04:05Z', more: 1 };
    expect(parseStartedJourney({ ...documented, session }).session).toEqual({ token: 'signed', expiresAt: '2026-01-02T03:04:05Z' });
  });

  it.each([[undefined], [null], [''], [7]])('reads reference %j as none', (reference) => {
    expect(parseStartedJourney({ ...documented, reference_no: reference }).referenceNo).toBeNull();
  });

  it('takes an id that came as a number', () => {
    expect(parseStartedJourney({ journey_id: 12 }).journeyId).toBe('12');
  });

  it.each([
    ['journey_id', {}],
    ['journey_id', { journey_id: '' }],
    ['journey_id', { journey_id: null }],
    ['journey_id', { journey_id: { secret: 'value' } }],
    ['session.token', { journey_id: 'j', session: { expires_at: 'x' } }],
    ['session.token', { journey_id: 'j', session: { token: '', expires_at: 'x' } }],
    ['session.expires_at', { journey_id: 'j', session: { token: 'secret' } }],
    ['session', { journey_id: 'j', session: 'secret' }],
  ])('names %s, and no value, in %j', (field, wire) => {
    const read = () => parseStartedJourney(wire);
    expect(read).toThrow(expect.objectContaining({ code: 'contract/malformed', retryable: true, field }));
    expect(read).not.toThrow('secret');
  });

  it.each([['<html>'], [null], [undefined], [7]])('refuses %j', (wire) => {
    expect(() => parseStartedJourney(wire)).toThrow(ContractError);
  });
});
