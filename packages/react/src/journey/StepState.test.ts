import type { CompletionState, StepframeError, StepState, SubmitStep, UserFeedback } from '@stepframe/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { StepScreen } from '../step/toStepScreen.ts';

type In<Status extends StepState['status']> = Extract<StepState, { status: Status }>;

/** Every status, told apart by nothing but itself; a new one would not compile here. */
function describeStep(step: StepState): string {
  switch (step.status) {
    case 'idle':
      return 'submit';
    case 'uploading':
      return `cancel at ${step.progress}`;
    case 'processing':
      return step.error?.code ?? 'wait';
    case 'accepted':
      return 'done';
    case 'rejected':
      return step.canRetry ? `submit after ${step.feedback.code}` : `over after ${step.feedback.code}`;
    case 'skipped':
      return 'left out';
    case 'concluded':
      return 'over';
    case 'failed':
      return step.retryable ? `retry after ${step.error.code}` : `reset after ${step.error.code}`;
    default:
      return step satisfies never;
  }
}

describe('the types of a step', () => {
  it('are told apart by the status alone', () => {
    expect(describeStep({ status: 'accepted' })).toBe('done');
    expect(describeStep({ status: 'uploading', progress: 0.5, activity: 'sending', key: 'k', cancel: () => {} })).toBe('cancel at 0.5');
  });

  it('offer nothing once a step is accepted', () => {
    expectTypeOf<keyof In<'accepted'>>().toEqualTypeOf<'status'>();
    expectTypeOf<In<'accepted'>>().not.toHaveProperty('submit');
    expectTypeOf<In<'accepted'>>().not.toHaveProperty('retry');
  });

  it('always say why a step was rejected, and offer another try only where one is allowed', () => {
    expectTypeOf<In<'rejected'>['feedback']>().toEqualTypeOf<UserFeedback>();
    expectTypeOf<Extract<StepState, { canRetry: true }>['submit']>().toEqualTypeOf<SubmitStep>();
    expectTypeOf<Extract<StepState, { canRetry: false }>>().not.toHaveProperty('submit');
  });

  it('offer a retry only where it stands a chance', () => {
    expectTypeOf<In<'failed'>['error']>().toEqualTypeOf<StepframeError>();
    expectTypeOf<Extract<StepState, { retryable: true }>>().toHaveProperty('retry');
    expectTypeOf<Extract<StepState, { retryable: false }>>().not.toHaveProperty('retry');
    expectTypeOf<In<'failed'>>().toHaveProperty('reset');
  });

  it('have no submit while something is under way', () => {
    expectTypeOf<In<'uploading'>>().not.toHaveProperty('submit');
    expectTypeOf<In<'processing'>>().not.toHaveProperty('submit');
    expectTypeOf<Extract<StepState, { submit: SubmitStep }>['status']>().toEqualTypeOf<'idle' | 'rejected'>();
  });

  it('carry over to the screens and to completing', () => {
    expectTypeOf<Extract<StepScreen, { name: 'accepted' }>['step']>().toEqualTypeOf<In<'accepted'>>();
    expectTypeOf<Extract<CompletionState, { status: 'completed' }>>().not.toHaveProperty('complete');
    expectTypeOf<Extract<CompletionState, { status: 'completing' }>>().not.toHaveProperty('complete');
  });
});
