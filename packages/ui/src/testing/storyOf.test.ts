import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { storyOf } from './storyOf.ts';

const packages = fileURLToPath(new URL('../../..', import.meta.url));

/** The stories there are, by their files' titles. */
function readStories(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = ['ui/src', 'react/src'].flatMap((folder) =>
    readdirSync(packages + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${packages}${folder}/${name}`),
  );
  const stories = new Map<string, ReadonlySet<string>>();
  for (const file of files.filter((name) => name.endsWith('.stories.tsx'))) {
    const text = readFileSync(file, 'utf8');
    const title = /title: '([^']+)'/.exec(text)?.[1] ?? file;
    stories.set(title, new Set([...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name)));
  }
  return stories;
}

it('names a story for everything that can be met, and each of them is there', () => {
  const stories = readStories();
  const missing = Object.entries(storyOf).filter(([, [title, name]]) => !stories.get(title)?.has(name));
  expect(missing).toEqual([]);
  expect(Object.keys(storyOf).length).toBeGreaterThan(90);
});
