// The door behind every `npm start`, `npm test`, `npm run …` of the root: Node built-ins only, so that it works on a
// fresh clone with nothing but Node and npm. It finds (or fetches) the pinned pnpm, installs what is missing, and
// runs one program of the workspace with pnpm and node_modules/.bin on its PATH.
//
//   node scripts/run.mjs [--until-stopped] <file.ts | program> [arguments]
//
// --until-stopped: the program is a server, so Ctrl-C is its normal end and the exit code is 0.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const announceInstallAfterMs = 1_500;
const reportEveryMs = 5_000;
const stopGraceMs = 500;
const killGraceMs = 8_000;
const parentCheckMs = 1_000;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node 20.19 or newer is needed; this is ${process.version}. Install it from https://nodejs.org and try again.`);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const onWindows = process.platform === 'win32';
const words = process.argv.slice(2);
const untilStopped = words[0] === '--until-stopped';
if (untilStopped) words.shift();
if (words.length === 0) fail('Nothing to run was named. Use `npm start` or `npm test`; CONTRIBUTING.md lists the rest.');

let reported = 0;

// A script that runs another root script has come through this door already.
if (process.env.STEPFRAME_INSTALLED !== '1') {
  if (!existsSync('node_modules/.modules.yaml')) report('Installing dependencies…');
  putPnpmOnPath();
  await install();
}
runProgram();

/** Keeps the pnpm on PATH when its major version is the pinned one; else lets npx fetch the pinned one. Not through
 * corepack: the one that comes with Node 20 refuses registries whose signatures it does not know. */
function putPnpmOnPath() {
  const pinned = JSON.parse(readFileSync('package.json', 'utf8')).packageManager;
  const found = spawnSync('pnpm', ['--version'], {
    encoding: 'utf8',
    shell: onWindows,
    env: { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
  });
  if (found.status === 0 && found.stdout.trim().split('.')[0] === pinned.split('@')[1].split('.')[0]) return;
  const npx = spawnSync('npx', ['--yes', '--package', pinned, '--call', 'node -p process.env.PATH'], {
    encoding: 'utf8',
    shell: onWindows,
  });
  if (npx.status !== 0) {
    fail(`${npx.stderr ?? ''}\nFetching ${pinned} failed; see the lines above. It is needed once, so check the network and try again.`);
  }
  process.env.PATH = npx.stdout.trim().split('\n').at(-1);
}

async function install() {
  const timer = setTimeout(() => report('Installing dependencies…'), announceInstallAfterMs);
  // With nobody at the keyboard pnpm must not ask whether an outdated node_modules may be replaced.
  const child = spawn('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--config.confirmModulesPurge=false'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: onWindows,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      const [, all, done] = /Progress: resolved (\d+),.* added (\d+)/.exec(chunk) ?? [];
      if (done) report(`Installing dependencies… ${done} of ${all}`);
    });
  }
  const code = await new Promise((done) => {
    child.on('error', (error) => ((output += error.message), done(1)));
    child.on('close', done);
  });
  clearTimeout(timer);
  if (reported && process.stdout.isTTY) process.stdout.write('\n');
  if (code !== 0)
    fail(
      `${output}\nInstalling the dependencies failed; see the lines above. If you changed a package.json, run \`${pnpmCommand()} install\` once.`,
    );
}

/** A terminal shows one line that changes; elsewhere it is a new line now and then. */
function report(line) {
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else if (Date.now() - reported >= reportEveryMs) console.log(line);
  else return;
  reported = Date.now();
}

/** How a person runs the pinned pnpm, whether or not it is installed. */
function pnpmCommand() {
  return `npx --yes ${JSON.parse(readFileSync('package.json', 'utf8')).packageManager}`;
}

function runProgram() {
  const [program, ...rest] = words;
  const path = [join(process.cwd(), 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, STEPFRAME_INSTALLED: '1' };
  // No program in between: the signals below reach the one that matters.
  const child = /\.m?[jt]s$/.test(program)
    ? spawn(process.execPath, ['--import', 'tsx', program, ...rest], { stdio: 'inherit', env })
    : spawn(program, rest, { stdio: 'inherit', env, shell: onWindows });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // A terminal's Ctrl-C has reached the child as well, and a second signal would cut its goodbye short.
    setTimeout(() => child.kill('SIGTERM'), stopGraceMs).unref();
    setTimeout(() => child.kill('SIGKILL'), killGraceMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm passes SIGTERM to the shell between us, which dies of it without telling us.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), parentCheckMs).unref();

  child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (stopping) process.exit(untilStopped ? 0 : 130);
    process.exit(signal ? 1 : (code ?? 1));
  });
}

function fail(message) {
  console.error(message.trim());
  process.exit(1);
}
