// The packed packages in a customer's page, through every bundler the README names: installed outside of the workspace, built
// or served in development, opened in a Chromium, where the page prepares a picture and tells where that was done.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import type { Bundler, BundlerCase } from './bundlers/Bundler.ts';
import { bundlers } from './bundlers/bundlers.ts';
import { checkAccount } from './bundlers/checkAccount.ts';
import { readAccount } from './bundlers/readAccount.ts';
import { quietly, startServer } from './bundlers/startServer.ts';
import { createSteps } from './createSteps.ts';
import { browserArgs, findBrowser } from './findBrowser.ts';
import { listWorkspace } from './listWorkspace.ts';
import { createConsumer } from './packages/createConsumer.ts';
import { packPackage } from './packages/packPackage.ts';
import { runQuietly } from './runQuietly.ts';

const app = 'scripts/bundlers/consumer';
const wanted = process.argv[2] ?? '';
const steps = createSteps();
const work = realpathSync(mkdtempSync(join(tmpdir(), 'stepframe-bundlers-')));
const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
Object.assign(process.env, quietly);
try {
  const tarballs = await steps.run('the packages pack', pack);
  const queue = bundlers.filter(({ dependencies }) => toLabel(dependencies).startsWith(wanted)).values();
  // Two at a time keep two cores busy: while one is fetched, the other one builds.
  const worker = async (): Promise<void> => {
    for (const bundler of queue) if (tarballs) await tryBundler(bundler, tarballs);
  };
  await Promise.all([worker(), worker()]);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
steps.finish();

async function pack(): Promise<ReadonlyMap<string, string>> {
  const packages = listWorkspace('packages').filter(({ folder }) => /(core|react|ui)$/.test(folder));
  const packed = await Promise.all(packages.map(async (member) => [member.manifest.name, await packPackage(member, work)] as const));
  return new Map(packed);
}

function toLabel(dependencies: Bundler['dependencies']): string {
  return Object.entries(dependencies).flat().join(' ');
}

async function tryBundler({ dependencies, cases }: Bundler, tarballs: ReadonlyMap<string, string>): Promise<void> {
  const label = toLabel(dependencies);
  const folder = join(work, label.replaceAll(' ', '-'));
  mkdirSync(folder);
  const consumer = await steps.run(`${label}: the tarballs install`, () => createConsumer(folder, tarballs, { app, dependencies }));
  if (consumer) for (const bundlerCase of cases) await tryCase(bundlerCase, folder, browser);
}

async function tryCase(bundlerCase: BundlerCase, folder: string, opened: Browser): Promise<void> {
  const { name, files = {}, build, place, accepts } = bundlerCase;
  try {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    if (build) await runQuietly(build, folder);
    const server = await startServer(folder, bundlerCase);
    try {
      const account = await readAccount(opened, server.url, accepts);
      checkAccount(account, place);
      steps.record(name, true, JSON.stringify(account.preparation));
    } finally {
      await server.close();
      for (const file of Object.keys(files)) rmSync(join(folder, file));
    }
  } catch (error) {
    steps.record(name, false, error instanceof Error ? error.message : String(error));
  }
}
