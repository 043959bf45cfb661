import { parseSummary } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { createEtag } from './createEtag.ts';

const results = ['Not Submitted', 'In Progress', 'Submitted'].flatMap((status) =>
  [true, false, null].flatMap((passed) =>
    [true, false].map((concluded) => ({ status, has_passed_rules: passed, is_concluded: concluded })),
  ),
);

describe('createEtag', () => {
  it('is another one for each of the states that two steps and a journey can be in', () => {
    const etags = new Set<string>();
    for (const one of results) {
      for (const two of results) {
        for (const isCompleted of [true, false]) {
          const steps = [one, two].map((result, step_id) => ({ definition: { step_id }, result }));
          etags.add(createEtag(parseSummary({ journey_id: 'j', is_completed: isCompleted, step_summaries: steps })));
        }
      }
    }
    expect(etags.size).toBe(results.length ** 2 * 2);
  });

  it('has no twins among a hundred thousand journeys that differ in a digit', () => {
    const etags = new Set<string>();
    for (let n = 0; n < 100_000; n += 1) etags.add(createEtag(parseSummary({ journey_id: `journey-${n}` })));
    expect(etags.size).toBe(100_000);
  });

  it('is the same for the same, and weak', () => {
    const wire = { journey_id: 'j', step_summaries: [{ definition: { step_id: 0, step_title: 'Ausweis, é, 身分証' } }] };
    expect(createEtag(parseSummary(wire))).toBe(createEtag(parseSummary({ ...wire, more: 1 })));
    expect(createEtag(parseSummary(wire))).toMatch(/^W\/"[0-9a-f]{16}"$/);
  });
});
