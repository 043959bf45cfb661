import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a run's results as JSON and says where.
 *
 * @param keep Whether they are meant to be committed: `tools/bench/results/`, else `.cache/bench/results/`.
 */
export function saveResults(name: string, results: object, keep: boolean): void {
  const path = `${keep ? 'tools/bench' : '.cache/bench'}/results/${name}.json`;
  mkdirSync(dirname(path), { recursive: true });
  const rounded = JSON.stringify(results, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value), 2);
  writeFileSync(path, `${rounded}\n`);
  console.log(`\nWrote ${path}`);
}
