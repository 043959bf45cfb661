import { expect, it } from 'vitest';
import { type ChoiceStorage, readChosenCamera, writeChosenCamera } from './chosenCamera.ts';

function createStorage(): ChoiceStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it('keeps one choice for each side, and forgets it', () => {
  const storage = createStorage();
  writeChosenCamera(() => storage, 'environment', 'a');
  writeChosenCamera(() => storage, 'user', 'b');
  expect([readChosenCamera(() => storage, 'environment'), readChosenCamera(() => storage, 'user')]).toEqual(['a', 'b']);
  writeChosenCamera(() => storage, 'user', undefined);
  expect(readChosenCamera(() => storage, 'user')).toBeUndefined();
  expect(storage.kept.size).toBe(1);
});

it.each<[string, () => ChoiceStorage | null]>([
  ['is switched off', () => null],
  [
    'is blocked by the browser',
    () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  ],
])('remembers nothing and does not fail where storage %s', (_what, storage) => {
  writeChosenCamera(storage, 'user', 'a');
  expect(readChosenCamera(storage, 'user')).toBeUndefined();
});
