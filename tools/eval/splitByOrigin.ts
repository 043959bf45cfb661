import type { AssessedItem } from './assessItems.ts';

/** Real photographs, then synthetic pictures, then all of them: the rows of every table. */
export function splitByOrigin(items: readonly AssessedItem[]): readonly (readonly [origin: string, items: readonly AssessedItem[]])[] {
  return [
    ['real', items.filter(({ item }) => !item.synthetic)],
    ['synthetic', items.filter(({ item }) => item.synthetic)],
    ['all', items],
  ];
}
