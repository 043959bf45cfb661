// Checks that commits are Conventional Commits: those a branch adds to main, or those of a range that is given.
//
//   npm run commits                     since `origin/main`, or `main` where there is no remote
//   npm run commits -- HEAD~3..HEAD     a range of your own
import { spawnSync } from 'node:child_process';

const [range = `${findMain()}..HEAD`] = process.argv.slice(2);
const [from, to] = range.split('..');
if (!from || !to) fail(`\`${range}\` is no range of commits. Write it as \`main..HEAD\`.`);

const count = Number(git('rev-list', '--count', `${from}..${to}`));
console.log(`Checking ${count} ${count === 1 ? 'commit' : 'commits'} in ${from}..${to}`);
if (count > 0) {
  const { status } = spawnSync('commitlint', ['--from', from, '--to', to], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(status ?? 1);
}

function findMain(): string {
  const found = ['origin/main', 'main'].find((name) => spawnSync('git', ['rev-parse', '--verify', '--quiet', name]).status === 0);
  return found ?? fail('There is neither `origin/main` nor `main` to compare with. Name a range, such as `HEAD~3..HEAD`.');
}

function git(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : fail(stderr.trim());
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
