/** A number beside what is asked of it. */
export interface Target {
  readonly name: string;
  readonly measured: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The targets of one run. */
export interface Targets {
  /** Sets a number beside its target; gives it with a tick or a cross, or `-` where there is nothing to measure. */
  readonly judge: (target: Target) => string;
  readonly missed: () => readonly Target[];
}

/** Writes a share or ratio with three digits, `-` where there is none. */
export function formatShare(share: number): string {
  return Number.isNaN(share) ? '-' : share.toFixed(3);
}

/** Starts an empty list of targets. What could not be measured, because no picture asks for it, is not missed. */
export function createTargets(): Targets {
  const missed: Target[] = [];
  return {
    judge: (target) => {
      const { measured, atLeast = -Infinity, atMost = Infinity } = target;
      if (Number.isNaN(measured)) return '-';
      const passed = measured >= atLeast && measured <= atMost;
      if (!passed) missed.push(target);
      return `${formatShare(measured)} ${passed ? '✓' : '✗'}`;
    },
    missed: () => missed,
  };
}
