/** One stage of `npm test`. */
export interface Stage {
  /** What `--only` calls it. */
  readonly id: string;
  /** The heading in the terminal. */
  readonly title: string;
  /** The program and its arguments; programs of node_modules/.bin go by their name. */
  readonly command: readonly [string, ...string[]];
  /**
   * What is counted. `tool`: the exit code, once. `steps`: each step the script reports through `createSteps`.
   * `vitest`: each test.
   */
  readonly counts: 'tool' | 'steps' | 'vitest';
  /** Stages whose results it reads; it is skipped when one of them failed, and `--only` adds them. */
  readonly needs?: readonly string[];
  /** Runs with nothing beside it, because it uses every core itself. */
  readonly alone?: boolean;
  /** Takes minutes, so it runs only when `--with` or `--only` names it. */
  readonly onDemand?: boolean;
  /** Why it cannot be run on this machine, in a sentence; `null` when it can. What is left out is told and not counted. */
  readonly isMissing?: () => string | null;
}
