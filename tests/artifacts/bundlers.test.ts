// The packed packages in a customer's page, through every bundler the README names: installed outside of the workspace, built
// or served in development, opened in a Chromium, where the page prepares a picture and tells where that was done.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import { runCommand } from '../support/runCommand.ts';
import { bundlers } from './bundlers/bundlers.ts';
import { findFaults } from './bundlers/findFaults.ts';
import { readAccount } from './bundlers/readAccount.ts';
import { quietly, startServer } from './bundlers/startServer.ts';
import { createConsumer } from './packed/createConsumer.ts';

const app = 'tests/artifacts/bundler-consumer';
const work = realpathSync(mkdtempSync(join(tmpdir(), 'stepframe-bundlers-')));
const tarballs = Object.fromEntries(Object.entries(inject('tarballs')).filter(([name]) => /(core|react|ui)$/.test(name)));
let browser: Browser;
beforeAll(async () => {
  Object.assign(process.env, quietly);
  browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
});
afterAll(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

// While one is fetched, another one builds.
describe.concurrent.each(bundlers)('$name', ({ name, dependencies, cases }) => {
  const folder = join(work, name);

  it.sequential('installs beside the tarballs', async () => {
    mkdirSync(folder);
    await createConsumer(folder, tarballs, { app, dependencies });
    expect(existsSync(join(folder, 'node_modules', '@stepframe', 'ui'))).toBe(true);
  });

  it.sequential.each(cases)('$name', async (bundlerCase) => {
    const { files = {}, build, place, accepts } = bundlerCase;
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    try {
      if (build) await runCommand(build, { folder });
      const server = await startServer(folder, bundlerCase);
      try {
        expect(findFaults(await readAccount(browser, server.url, accepts), place)).toEqual([]);
      } finally {
        await server.close();
      }
    } finally {
      for (const file of Object.keys(files)) rmSync(join(folder, file));
    }
  });
});
