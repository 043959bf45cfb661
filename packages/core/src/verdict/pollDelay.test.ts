import { describe, expect, it } from 'vitest';
import { parseSummary } from '../contract/parseSummary.ts';
import { pollDelay } from './pollDelay.ts';

const summaryWith = (status: string) =>
  parseSummary({
    journey_id: 'j',
    step_summaries: [{ definition: { step_id: '0' }, result: { status, is_concluded: status === 'Submitted', has_passed_rules: true } }],
  });
const empty = parseSummary({ journey_id: 'j' });

describe('pollDelay', () => {
  it.each([
    [0, 2_000],
    [29_999, 2_000],
    [60_000, 5_000],
    [10 * 60_000, 15_000],
  ])('after %d ms without a change waits %d ms', (unchangedMs, delayMs) => {
    expect(pollDelay(summaryWith('In Progress'), { unchangedMs })).toBe(delayMs);
  });

  it('ends when every step has a verdict', () => {
    expect(pollDelay(summaryWith('Submitted'), { unchangedMs: 0 })).toBe(false);
  });

  it('does not begin before anything was submitted', () => {
    expect(pollDelay(empty, { unchangedMs: 0 })).toBe(false);
  });

  it('goes on for a submission that the summary does not show yet', () => {
    expect(pollDelay(empty, { unchangedMs: 0, awaiting: ['0'] })).toBe(2_000);
  });

  const completed = (result: object | null) =>
    parseSummary({
      journey_id: 'j',
      is_completed: true,
      step_summaries: [{ definition: { step_id: '0' }, result: { status: 'In Progress' } }],
      result,
    });

  it('ends with the completed and assessed journey, whatever its steps say', () => {
    expect(pollDelay(completed({ interim_rule_assessment: 'Passed' }), { unchangedMs: 0, awaiting: ['0'] })).toBe(false);
  });

  it('waits a minute for the assessment of a completed journey', () => {
    expect(pollDelay(completed(null), { unchangedMs: 0 })).toBe(2_000);
    expect(pollDelay(completed(null), { unchangedMs: 60_000 })).toBe(false);
  });
});
