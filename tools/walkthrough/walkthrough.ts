// Goes through the demo as somebody would who sees it for the first time, on a small phone, and writes down what each screen says:
// `npm run walkthrough` writes docs/walkthrough.md and docs/pictures/walkthrough/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { startStage } from '../../tests/e2e/startStage.ts';
import { browserArgs, findBrowser } from '../../tests/support/findBrowser.ts';
import { renderSpecimens } from '../../tests/support/renderSpecimens.ts';
import { createNotebook } from './createNotebook.ts';
import { goThrough } from './goThrough.ts';
import { meetTroubles } from './meetTroubles.ts';

const page = 'docs/walkthrough.md';
const folder = 'docs/pictures/walkthrough';

const built = spawnSync('pnpm', ['--filter', '@stepframe/demo', 'run', 'build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const stage = await startStage({ processingMs: 2_500 });
try {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The project's own specimen, never a photograph of somebody's.
  const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
  const specimens = await renderSpecimens(browser);
  await browser.close();
  const notebook = createNotebook(folder);
  await goThrough(stage, specimens, notebook);
  await meetTroubles(stage, specimens, notebook);
  writeFileSync(page, notebook.toMarkdown());
  console.log(`${notebook.count()} screens: ${page}`);
} finally {
  await stage.close();
}
