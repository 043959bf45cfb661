import type { JourneySummary, StepframeError, StepState, SubmissionSides } from '@stepframe/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { JourneyDefinition, StepDefinition } from './JourneyDefinition.ts';
import type { JourneyState, MenuItem } from './toJourneyState.ts';

type In<Status extends JourneyState['status']> = Extract<JourneyState, { status: Status }>;
type Kind<Name extends StepDefinition['kind']> = Extract<StepDefinition, { kind: Name }>;

/** Every status, told apart by nothing but itself; a new one would not compile here. */
function describeJourney(journey: JourneyState): string {
  switch (journey.status) {
    case 'loading':
      return 'wait';
    case 'failed':
      return `retry ${journey.during} after ${journey.error.code}`;
    case 'step':
      return journey.isDone ? `next after ${journey.step.id}` : `take ${journey.step.id}`;
    case 'menu':
      return journey.items.map((item) => (item.isDone ? 'done' : `open ${item.step.id}`)).join();
    case 'ready':
      return 'complete';
    case 'completing':
      return `wait for ${journey.items.length}`;
    case 'completed':
      return journey.summary.journeyId;
    default:
      return journey satisfies never;
  }
}

describe('the types of a journey', () => {
  it('are told apart by the status alone', () => {
    const step = { id: '0', kind: 'selfie' } as const;
    expect(describeJourney({ status: 'step', step, isDone: true, items: [], error: null, next: () => {} })).toBe('next after 0');
    expect(describeJourney({ status: 'loading' })).toBe('wait');
  });

  it('go on from a step only once it is done, and back to a menu only before', () => {
    expectTypeOf<Extract<JourneyState, { isDone: true }>>().toHaveProperty('next');
    expectTypeOf<Extract<JourneyState, { isDone: true }>>().not.toHaveProperty('leave');
    expectTypeOf<Extract<JourneyState, { isDone: false }>>().not.toHaveProperty('next');
    expectTypeOf<Extract<JourneyState, { next: () => void }>['status']>().toEqualTypeOf<'step'>();
  });

  it('open a step of the menu only while it is not done', () => {
    expectTypeOf<Extract<MenuItem<StepDefinition>, { isDone: false }>>().toHaveProperty('open');
    expectTypeOf<Extract<MenuItem<StepDefinition>, { isDone: true }>>().not.toHaveProperty('open');
    expectTypeOf<In<'menu'>['items'][number]['state']>().toEqualTypeOf<StepState>();
  });

  it('offer to complete nowhere but where it may be', () => {
    expectTypeOf<Extract<JourneyState, { complete: () => void }>['status']>().toEqualTypeOf<'ready'>();
    expectTypeOf<Extract<JourneyState, { complete?: () => void }>['status']>().toEqualTypeOf<'ready' | 'menu'>();
    expectTypeOf<In<'completing'>>().not.toHaveProperty('complete');
    expectTypeOf<keyof In<'completed'>>().toEqualTypeOf<'status' | 'items' | 'summary'>();
    expectTypeOf<In<'completed'>['summary']>().toEqualTypeOf<JourneySummary>();
    expectTypeOf<In<'failed'>['error']>().toEqualTypeOf<StepframeError>();
  });

  it('know the host\u2019s own fields of a step', () => {
    type Own = StepDefinition & { readonly icon: string };
    expectTypeOf<Extract<JourneyState<Own>, { status: 'step' }>['step']['icon']>().toEqualTypeOf<string>();
  });
});

describe('the types of a definition', () => {
  it('give two sides a way to be submitted, and one side or a face none', () => {
    expectTypeOf<Extract<Kind<'id-document'>, { sides: 2 }>['submitSides']>().toEqualTypeOf<SubmissionSides | undefined>();
    expectTypeOf<{ id: '0'; kind: 'id-document'; sides: 2; submitSides: 'separate' }>().toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'proof-of-address'; sides: 2 }>().toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'id-document'; submitSides: 'separate' }>().not.toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'selfie'; sides: 2 }>().not.toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'selfie'; submitSides: 'separate' }>().not.toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'custom'; title: 'A face'; subject: 'face'; sides: 2 }>().not.toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'id-document'; sides: 3 }>().not.toExtend<StepDefinition>();
  });

  it('ask a custom step for its title, and every step for an id and a kind that is known', () => {
    expectTypeOf<{ id: '0'; kind: 'custom'; title: 'Your permit' }>().toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'custom' }>().not.toExtend<StepDefinition>();
    expectTypeOf<{ kind: 'selfie' }>().not.toExtend<StepDefinition>();
    expectTypeOf<{ id: '0'; kind: 'signature' }>().not.toExtend<StepDefinition>();
  });

  it('take a number of sides that is not known before', () => {
    expectTypeOf<{ id: string; kind: 'id-document'; sides: 1 | 2 }>().toExtend<StepDefinition>();
    expectTypeOf<JourneyDefinition['order']>().toEqualTypeOf<'sequence' | 'menu' | undefined>();
  });
});
