// Looks through what would be put on a web server for what must never be there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCredentials } from '@stepframe/sandbox';
import { createSteps } from './createSteps.ts';
import { listWorkspace } from './listWorkspace.ts';

interface Forbidden {
  readonly what: string;
  readonly text: string;
}

const paths: readonly Forbidden[] = [{ what: 'a path of this machine', text: process.cwd() }];
const keys: readonly Forbidden[] = [
  { what: 'the name of the server key', text: defaultCredentials.username },
  { what: 'the server key', text: defaultCredentials.password },
];

const steps = createSteps();
for (const { folder, manifest } of listWorkspace('apps')) {
  await steps.run(`${manifest.name} serves no credential and no path of this machine`, () =>
    search(join(folder, 'dist'), [...keys, ...paths]),
  );
}
// The stories run the sandbox in the page, with a made-up key that opens nothing, so only paths are looked for.
await steps.run('Storybook serves no path of this machine', () => search('storybook-static', paths));
steps.finish();

function search(folder: string, forbidden: readonly Forbidden[]): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error(`${folder} is empty.`);
  const findings = files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'latin1');
    // Which one and where, and never the thing itself.
    return forbidden.flatMap((one) => (text.includes(one.text) ? [`${path} holds ${one.what}`] : []));
  });
  if (findings.length > 0) throw new Error(findings.join('\n'));
}
