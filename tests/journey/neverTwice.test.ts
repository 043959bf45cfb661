import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { createLife } from './createLife.ts';
import { actionsOfOne, actionsOfThree, type LifeAction } from './lifeActions.ts';
import { openWorld, type Store, type World } from './openWorld.ts';
import { pickyWorld } from './pickyWorld.ts';

/** How many random lives of a journey are tried; `STEPFRAME_RUNS=20000 npx vitest run tests/journey/neverTwice.test.ts` tries more. */
const runs = Number(process.env['STEPFRAME_RUNS'] ?? 2_000);

/** The same lives each time, so that a change is what a failure is about; `STEPFRAME_SEED=$RANDOM` lives others. */
const seed = Number(process.env['STEPFRAME_SEED'] ?? 20_261_123);

/** The cache has a sample, as long as the hooks use the owner. */
const lives = [
  ['owner', runs],
  ['cache', Math.ceil(runs / 5)],
] as const;

/** Most go straight to the API, because a life through the relay in three tabs takes five times as long. */
const ofThree = lives.map(([store, count]) => [Math.ceil(count / 5), store] as const);
const ofOne = lives.map(([store, count]) => [count - Math.ceil(count / 5), store] as const);

const processingMs = fc.integer({ min: 0, max: 20_000 });

let world: World | null = null;
afterEach(() => world?.close());

async function live(store: Store, way: 'relay' | 'straight', ms: number, areAlike: boolean, actions: readonly LifeAction[]): Promise<void> {
  world?.close();
  world = await openWorld({ ...pickyWorld(areAlike), store, way, processingMs: ms });
  const life = createLife(world, ms);
  for (const action of actions) {
    // With its memory a relay loses what it knows of an answer that was lost; then only another verdict shows that there was one.
    if (action.do === 'restart' && areAlike) continue;
    await life.act(action);
    life.expectRules();
  }
  await life.end();
}

const rule = 'takes no capture twice, polls not too soon, loses no picture and ends where there is a way on';

it.each(ofOne)(
  `${rule}: %i random lives of one tab straight at the API, kept by its %s`,
  async (count, store) => {
    let lived = 0;
    const property = fc.asyncProperty(processingMs, fc.array(actionsOfOne, { minLength: 3, maxLength: 25 }), async (ms, actions) => {
      await live(store, 'straight', ms, false, actions);
      lived += 1;
    });
    await fc.assert(property, { numRuns: count, seed });
    expect(lived).toBe(count);
  },
  3_600_000,
);

it.each(ofThree)(
  `${rule}: %i random lives of three tabs through a relay, kept by their %s`,
  async (count, store) => {
    let lived = 0;
    const actions = fc.array(actionsOfThree, { minLength: 3, maxLength: 25 });
    const property = fc.asyncProperty(processingMs, fc.boolean(), actions, async (ms, areAlike, all) => {
      await live(store, 'relay', ms, areAlike, all);
      lived += 1;
    });
    await fc.assert(property, { numRuns: count, seed });
    expect(lived).toBe(count);
  },
  3_600_000,
);
