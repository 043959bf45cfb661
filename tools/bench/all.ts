// All benchmarks, one after the other: `npm run bench`. What follows `--` goes to each of them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
const names = Object.keys(scripts).filter((name) => name.startsWith('bench:'));
const broken = names.filter((name) => {
  console.log(`\n## npm run ${name}\n`);
  return spawnSync('pnpm', ['run', '--silent', name, ...process.argv.slice(2)], { stdio: 'inherit' }).status !== 0;
});
if (broken.length > 0) {
  console.error(`\nThese ended with an error: ${broken.join(', ')}.`);
  process.exitCode = 1;
}
