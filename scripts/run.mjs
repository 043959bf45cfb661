// The door behind `npm start` and `npm test`: only Node built-ins, so that it runs on a fresh clone.
// It finds (or fetches) the right pnpm, installs what is missing and runs the named script.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.version}. Install it from https://nodejs.org and try again.`);
  process.exit(1);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const pinned = JSON.parse(readFileSync('package.json', 'utf8')).packageManager;
const shell = process.platform === 'win32';
const found = spawnSync('pnpm', ['--version'], {
  encoding: 'utf8',
  shell,
  env: { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
});
const sameMajor = found.status === 0 && found.stdout.trim().split('.')[0] === pinned.split('@')[1].split('.')[0];
const pnpm = sameMajor ? ['pnpm'] : ['npx', '--yes', pinned];

const install = spawnSync(pnpm[0], [...pnpm.slice(1), 'install', '--frozen-lockfile', '--reporter=append-only'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell,
});
if (install.status !== 0) {
  console.error('\nInstalling the dependencies failed; run the same command again, or see the lines above.');
  process.exit(install.status ?? 1);
}

const child = spawn(pnpm[0], [...pnpm.slice(1), 'run', '--silent', ...process.argv.slice(2)], { stdio: 'inherit', shell });
// Ctrl-C reaches the whole process group; wait for the child so that its own goodbye is the last line.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
