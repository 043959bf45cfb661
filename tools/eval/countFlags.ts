/** One picture, one check: what the label says and what was found. */
export interface Flag {
  readonly file: string;
  readonly wanted: boolean;
  readonly given: boolean;
}

/** How a check did. */
export interface FlagCounts {
  readonly hits: number;
  readonly missed: readonly string[];
  readonly false: readonly string[];
  readonly total: number;
  /** `NaN` where the check never spoke and had no need to. */
  readonly precision: number;
  /** `NaN` where no label asks for it. */
  readonly recall: number;
}

/** Counts a check's hits, misses and false alarms. */
export function countFlags(flags: readonly Flag[]): FlagCounts {
  const filesOf = (wanted: boolean, given: boolean) =>
    flags.filter((flag) => flag.wanted === wanted && flag.given === given).map(({ file }) => file);
  const hits = filesOf(true, true).length;
  const missed = filesOf(true, false);
  const wrong = filesOf(false, true);
  return {
    hits,
    missed,
    false: wrong,
    total: flags.length,
    precision: hits / (hits + wrong.length),
    recall: hits / (hits + missed.length),
  };
}
