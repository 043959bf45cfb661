import { createRandom } from './createRandom.ts';

/** One contestant at one task. */
export interface Turn<Result> {
  readonly id: string;
  readonly run: () => Promise<Result>;
}

/** What the turns gave. */
export interface Rounds<Result> {
  /** The first, cold round, by turn. */
  readonly cold: ReadonlyMap<string, Result>;
  /** All later rounds, by turn and in their order. */
  readonly warm: ReadonlyMap<string, readonly Result[]>;
}

export interface RunRoundsOptions<Result> {
  readonly turns: readonly Turn<Result>[];
  /** Without the cold one. */
  readonly rounds: number;
  /** Told before each round; 0 is the cold one. */
  readonly onRound?: (round: number) => void;
}

/** Runs every turn once a round, in a new order each time: what disturbs the machine for a while disturbs all alike. */
export async function runRounds<Result>({ turns, rounds, onRound }: RunRoundsOptions<Result>): Promise<Rounds<Result>> {
  const random = createRandom(1);
  const cold = new Map<string, Result>();
  const warm = new Map<string, Result[]>(turns.map(({ id }) => [id, []]));
  for (let round = 0; round <= rounds; round += 1) {
    onRound?.(round);
    for (const { id, run } of shuffle(turns, random)) {
      const result = await run();
      if (round === 0) cold.set(id, result);
      else warm.get(id)?.push(result);
    }
  }
  return { cold, warm };
}

function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ item }) => item);
}
