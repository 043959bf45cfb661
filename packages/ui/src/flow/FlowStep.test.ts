import type { JourneyDefinition } from '@stepframe/react';
import { describe, expectTypeOf, it } from 'vitest';
import type { CustomStepProps } from '../step/CustomStep.tsx';
import type { IdDocumentStepProps } from '../step/IdDocumentStep.tsx';
import type { SelfieStepProps } from '../step/SelfieStep.tsx';
import type { FlowStep } from './FlowStep.ts';

describe('the types of a step', () => {
  it('take in a flow what the component takes, and nothing that does not fit the kind', () => {
    expectTypeOf<{ id: '10'; kind: 'selfie'; gate: { tries: 2 }; messages: { 'selfie.title': 'Smile' } }>().toExtend<FlowStep>();
    expectTypeOf<{ id: '10'; kind: 'selfie'; sides: 2 }>().not.toExtend<FlowStep>();
    expectTypeOf<{ id: '10'; kind: 'selfie'; messages: { 'selfie.titel': 'Smile' } }>().not.toExtend<FlowStep>();
    expectTypeOf<{ id: 'x'; kind: 'custom'; title: 'A face'; subject: 'face'; submitSides: 'separate' }>().not.toExtend<FlowStep>();
    expectTypeOf<JourneyDefinition<FlowStep>>().toExtend<JourneyDefinition>();
  });

  it('take as a component one side or two, and a way to submit them for two only', () => {
    expectTypeOf<{ stepId: '0'; sides: 2; submitSides: 'separate' }>().toExtend<IdDocumentStepProps>();
    expectTypeOf<{ stepId: '0'; sides: 1 | 2 }>().toExtend<IdDocumentStepProps>();
    expectTypeOf<{ stepId: '0'; submitSides: 'separate' }>().not.toExtend<IdDocumentStepProps>();
    expectTypeOf<SelfieStepProps>().not.toHaveProperty('sides');
    expectTypeOf<{ stepId: 'x' }>().not.toExtend<CustomStepProps>();
    expectTypeOf<{ stepId: 'x'; title: 'A face'; subject: 'face'; sides: 2 }>().not.toExtend<CustomStepProps>();
  });
});
