import { parseArgs } from 'node:util';

/** What every benchmark can be told. */
export interface BenchOptions {
  /** `--rounds N`: warm rounds. */
  readonly rounds: number;
  /** `--only words`: turns whose `task/contestant` holds one of these words, separated by commas. All without it. */
  readonly isWanted: (turnId: string) => boolean;
  /** `--memory`: only the phase that measures memory. */
  readonly memory: boolean;
  /** `--strict`: exit with 1 when a bar is missed. */
  readonly strict: boolean;
  /** `--save`: keep the results where they can be committed. */
  readonly save: boolean;
}

/** Reads the command line. Ends the process when it cannot be understood. */
export function readOptions(defaults: { readonly rounds: number }): BenchOptions {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { rounds: { type: 'string' }, only: { type: 'string' }, memory: flag, strict: flag, save: flag },
  });
  const rounds = values.rounds === undefined ? defaults.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('`--rounds` takes a whole number of rounds, 1 or more.');
  const words = values.only?.split(',').filter(Boolean);
  return {
    rounds,
    isWanted: (turnId) => !words || words.some((word) => turnId.includes(word)),
    memory: values.memory,
    strict: values.strict,
    save: values.save,
  };
}
