// What would be put on a web server, looked through for what must never be there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCredentials } from '@stepframe/sandbox';
import { expect, it } from 'vitest';
import { listWorkspace } from '../support/listWorkspace.ts';

interface Forbidden {
  readonly what: string;
  readonly text: string;
}

const paths: readonly Forbidden[] = [{ what: 'a path of this machine', text: process.cwd() }];
const keys: readonly Forbidden[] = [
  { what: 'the name of the server key', text: defaultCredentials.username },
  { what: 'the server key', text: defaultCredentials.password },
];

it.each(listWorkspace('apps').map(({ folder, manifest }) => ({ name: manifest.name, dist: join(folder, 'dist') })))(
  '$name serves no credential and no path of this machine',
  ({ dist }) => {
    expect(search(dist, [...keys, ...paths])).toEqual([]);
  },
);

// The stories run the sandbox in the page, with a made-up key that opens nothing, so only paths are looked for.
it('Storybook serves no path of this machine', () => {
  expect(search('storybook-static', paths)).toEqual([]);
});

function search(folder: string, forbidden: readonly Forbidden[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) return [`${folder} is empty.`];
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'latin1');
    // Which one and where, and never the thing itself.
    return forbidden.flatMap((one) => (text.includes(one.text) ? [`${path} holds ${one.what}`] : []));
  });
}
