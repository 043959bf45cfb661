import { ConfigurationError } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/createCaller.ts';

async function begin(flowId: string) {
  const caller = createCaller({ processingMs: 0 });
  const journeyId = await caller.start(flowId);
  const now = async () => {
    const { is_completed: isCompleted, step_summaries: steps } = await caller.summary(journeyId);
    return [isCompleted, ...steps.map(({ result }) => `${result?.status} ${result?.is_concluded}`)];
  };
  return { ...caller, journeyId, now, submit: (stepId: string) => caller.submit(journeyId, stepId) };
}

describe('a backend of one’s own', () => {
  it('completes a journey', async () => {
    const { sandbox, journeyId, now, submit } = await begin('rejected-concluded');
    await submit('0');
    sandbox.completeJourney(journeyId);
    expect(await now()).toEqual([true, 'Submitted true']);
    expect((await submit('10')).body['error_code']).toBe('journey_completed');
  });

  it('reopens a step, with all its attempts, and the journey with it', async () => {
    const { sandbox, journeyId, now, submit, post } = await begin('rejected-concluded');
    for (const stepId of ['0', '0', '10']) await submit(stepId);
    sandbox.completeJourney(journeyId);
    sandbox.reopenStep(journeyId, '0');
    expect(await now()).toEqual([false, 'Not Submitted false', 'Submitted true']);
    expect((await submit('10')).body['error_code']).toBe('step_concluded');
    for (const isConcluded of [false, true]) {
      expect((await submit('0')).status).toBe(200);
      expect(await now()).toEqual([false, `Submitted ${isConcluded}`, 'Submitted true']);
    }
    await post('/complete-journey', { journey_id: journeyId });
    expect((await submit('0')).body['error_code']).toBe('journey_completed');
    expect(sandbox.accepted(journeyId).map(({ stepId, count }) => [stepId, count])).toEqual([
      ['0', 4],
      ['10', 1],
    ]);
  });

  it('reopens a step of a journey that goes on saying it is completed', async () => {
    const { sandbox, journeyId, now, submit } = await begin('approved');
    for (const stepId of ['0', '10']) await submit(stepId);
    sandbox.completeJourney(journeyId);
    sandbox.reopenStep(journeyId, '0', { keepsCompleted: true });
    expect(await now()).toEqual([true, 'Not Submitted false', 'Submitted true']);
    expect((await submit('proof_of_address')).body['error_code']).toBe('journey_completed');
    expect((await submit('0')).status).toBe(200);
    expect(await now()).toEqual([true, 'Submitted true', 'Submitted true']);
  });

  it('does not know other journeys and steps', async () => {
    const { sandbox, journeyId } = await begin('approved');
    expect(() => sandbox.completeJourney('x')).toThrow(ConfigurationError);
    expect(() => sandbox.reopenStep('x', '0')).toThrow(ConfigurationError);
    expect(() => sandbox.reopenStep(journeyId, '99')).toThrow('It has: 0, 10, proof_of_address.');
  });
});

describe('a scripted backend', () => {
  it('completed-elsewhere: fifteen seconds after the first submission', async () => {
    const { now, submit, advance } = await begin('completed-elsewhere');
    advance(60_000);
    await submit('0');
    advance(12_999);
    expect(await now()).toEqual([false, 'Submitted true']);
    expect((await submit('10')).status).toBe(200);
    expect(await now()).toEqual([true, 'Submitted true', 'Submitted true']);
  });

  it('reopened-after-completion: once, five seconds after', async () => {
    const { now, submit, advance, post, journeyId } = await begin('reopened-after-completion');
    const complete = () => post('/complete-journey', { journey_id: journeyId });
    for (const stepId of ['0', '10']) await submit(stepId);
    await complete();
    advance(2_999);
    expect(await now()).toEqual([true, 'Submitted true', 'Submitted true']);
    advance(1);
    expect(await now()).toEqual([false, 'Not Submitted false', 'Submitted true']);
    expect((await submit('0')).status).toBe(200);
    await complete();
    advance(60_000);
    expect(await now()).toEqual([true, 'Submitted true', 'Submitted true']);
  });
});
