import type { Fault } from './Fault.ts';

/** Which calls meet a fault. */
export interface Injection<Operation extends string = string> {
  /** `any` for every operation. */
  readonly operation: Operation | 'any';
  /** `at` is `received` unless it says otherwise. */
  readonly fault: Fault;
  /** The first call to meet it, of those that fit, counted from 1 since the injection. Default 1. */
  readonly from?: number;
  /** How many calls meet it. Default 1; `Infinity` for all that follow. */
  readonly times?: number;
  /** Only calls of this journey. The beginning of a body is read to know, even for a fault at `connect`. */
  readonly journeyId?: string;
  /** Only submissions of this step. */
  readonly stepId?: string;
}

/** A fault that waits for its calls. */
export interface InjectedFault {
  /** How many calls met it so far. */
  readonly met: () => number;
  /** Resolves when this many calls (default 1) have met it, with the fault's point reached and its delay not yet begun. */
  readonly whenMet: (times?: number) => Promise<void>;
  /** Ends all waiting in it: a delay is over, and what stalled goes on as if there were no fault. */
  readonly release: () => void;
  /** No further call meets it. */
  readonly remove: () => void;
}
