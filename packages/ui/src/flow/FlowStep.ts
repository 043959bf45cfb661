import type { StepDefinition } from '@stepframe/react';
import type { GuidanceProps, StepProps } from '../step/StepProps.ts';

/** One step of a `JourneyFlow`: what `useJourney` needs to know of it, and what its component takes. */
export type FlowStep = StepDefinition & GuidanceProps & Pick<StepProps, 'decoders' | 'messages'>;
