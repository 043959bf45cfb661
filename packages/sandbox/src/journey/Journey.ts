import type { ScenarioOutcome } from '../scenarios/Scenario.ts';
import type { FlowStep, ResolvedFlow } from './Flow.ts';

/** A submission that was taken. Its outcome is settled at once and shows when its time has come. */
export interface Attempt {
  /** When the result is there, in milliseconds since 1970. */
  readonly readyAtMs: number;
  readonly outcome: ScenarioOutcome;
}

/** What happened to one step of one journey. */
export interface StepRecord {
  readonly step: FlowStep;
  readonly attempts: Attempt[];
  /** Well-formed uploads, those included that a scenario failed. */
  uploads: number;
  isSkipped: boolean;
  /** The first of two sides that come one by one is there, and the second is awaited. */
  hasFront: boolean;
  /** It was made open again, and may be submitted whatever the journey says. */
  isReopened: boolean;
}

/** A journey, in memory only. */
export interface Journey {
  readonly journeyId: string;
  readonly referenceNo: string;
  readonly flow: ResolvedFlow;
  /** One record for each step of the flow, in its order, by step id. */
  readonly steps: ReadonlyMap<string, StepRecord>;
  isCompleted: boolean;
  /** When it was last completed, in milliseconds since 1970. */
  completedAtMs: number | null;
  /** When the first submission was taken, in milliseconds since 1970. */
  firstTakenAtMs: number | null;
  /** What the scenario lets the backend do, and was done. */
  readonly played: Set<'completes' | 'reopens'>;
  /** Summary calls so far, those during a block left out. */
  summaryCalls: number;
  /** When a summary was last asked for, blocks left out; in milliseconds since 1970. */
  askedAtMs: number | null;
  /** End of the temporary block, in milliseconds since 1970; 0 when there never was one. */
  blockedUntilMs: number;
}

/** A new journey through a flow. */
export function createJourney(journeyId: string, referenceNo: string, flow: ResolvedFlow): Journey {
  return {
    journeyId,
    referenceNo,
    flow,
    steps: new Map(flow.steps.map((step) => [step.stepId, createStepRecord(step)])),
    isCompleted: false,
    completedAtMs: null,
    firstTakenAtMs: null,
    played: new Set(),
    summaryCalls: 0,
    askedAtMs: null,
    blockedUntilMs: 0,
  };
}

function createStepRecord(step: FlowStep): StepRecord {
  return { step, attempts: [], uploads: 0, isSkipped: false, hasFront: false, isReopened: false };
}

/** Freezes a journey; doing it twice changes nothing. */
export function completeJourney(journey: Journey, nowMs: number): void {
  if (journey.isCompleted) return;
  journey.isCompleted = true;
  journey.completedAtMs = nowMs;
  for (const record of journey.steps.values()) record.isReopened = false;
}
