import type { StepType } from '@stepframe/core';
import type { Scenario } from '../scenarios/Scenario.ts';
import type { ScenarioName } from '../scenarios/scenarios.ts';

/** One step of a flow, as Flow Builder would hold it. */
export interface FlowStep {
  /** An id of digits only is sent as a number in summaries, as the real API does. */
  readonly stepId: string;
  readonly stepType: StepType;
  readonly stepTitle: string;
  /** Whether the step may be skipped, and need not be done before the interim rules run. Default `false`. */
  readonly isOptional?: boolean;
  /**
   * `together` (default): one call holds all pictures. `separate`: a call with one picture is a side, and the step is processed
   * when both are there; a call with two is both. The API's documents show both ways.
   */
  readonly sides?: 'together' | 'separate';
}

/** A published flow. */
export interface Flow {
  readonly steps: readonly FlowStep[];
  /** The name of a scenario, or one of your own. */
  readonly scenario: ScenarioName | Scenario;
  /** Attempts at each step in all. Default 2. Source: docs/handling-retries-and-errors. */
  readonly maxAttempts?: number;
}

/** A flow with everything filled in. */
export interface ResolvedFlow {
  readonly steps: readonly FlowStep[];
  readonly scenario: Scenario;
  readonly maxAttempts: number;
}

/** The steps of the default flows: two that are needed and one that may be skipped. */
export const defaultSteps: readonly FlowStep[] = [
  { stepId: '0', stepType: 'Document', stepTitle: 'Photo ID' },
  { stepId: '10', stepType: 'Selfie', stepTitle: 'Selfie' },
  { stepId: 'proof_of_address', stepType: 'Document', stepTitle: 'Proof of Address', isOptional: true },
];
