// Makes the picture of the README from the built demo and a Chromium whose camera sees the specimens:
// `npm run screenshots` writes docs/pictures/.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { startStage } from '../tests/e2e/startStage.ts';
import { browserArgs, findBrowser } from '../tests/support/findBrowser.ts';
import { renderSpecimens } from '../tests/support/renderSpecimens.ts';

const folder = 'docs/pictures';
const viewport = { width: 390, height: 760 };
/** What lies below is the demo's own sandbox panel. */
const shownHeight = 620;
const scale = 2;
const gapPx = 24 * scale;

const built = spawnSync('pnpm', ['--filter', '@stepframe/demo', 'run', 'build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const stage = await startStage({ processingMs: 2_500 });
try {
  mkdirSync(folder, { recursive: true });
  // The project's own specimen, never a photograph of somebody's.
  const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
  const specimens = await renderSpecimens(browser);
  await browser.close();
  await stage.showToCamera(specimens.front);
  const { page } = await stage.visit({ viewport, deviceScaleFactor: scale, reducedMotion: 'reduce', colorScheme: 'light' });
  const press = (name: RegExp) => page.getByRole('button', { name }).first().click();
  const shots: Buffer[] = [];
  const shoot = async () => {
    // Off the page, or a button would show that it is hovered.
    await page.mouse.move(0, 0);
    shots.push(await page.screenshot({ clip: { x: 0, y: 0, width: viewport.width, height: shownHeight } }));
  };

  await press(/Start verification/);
  await press(/ID card/);
  await press(/Open the camera/);
  await waitForShutter(page);
  await shoot();
  await press(/Take the picture/);
  await page.getByRole('img', { name: /Your picture/ }).waitFor();
  // A tap in the same place so soon would count as the second of a double tap.
  await page.waitForTimeout(800);
  await shoot();
  await stage.showToCamera(specimens.back);
  await press(/^Next/);
  await waitForShutter(page);
  await press(/Take the picture/);
  await page.getByRole('button', { name: /^Send both/ }).waitFor();
  await page.waitForTimeout(800);
  await press(/^Send both/);
  await page.getByRole('heading', { name: 'Document accepted' }).waitFor();
  await shoot();
  await writeRow(shots, `${folder}/document-step.png`);
} finally {
  await stage.close();
}

async function waitForShutter(page: Page): Promise<void> {
  await page.locator('.sf-viewfinder[data-status="live"]').waitFor();
  // The picture fades in.
  await page.waitForTimeout(500);
}

/** Puts the shots side by side on a quiet ground, in few colours, since they are fetched with every visit to the README. */
async function writeRow(shots: readonly Buffer[], path: string): Promise<void> {
  const width = viewport.width * scale;
  const row = sharp({
    create: {
      width: shots.length * width + (shots.length + 1) * gapPx,
      height: shownHeight * scale + 2 * gapPx,
      channels: 3,
      background: '#dfe4ea',
    },
  });
  const placed = shots.map((input, place) => ({ input, left: gapPx + place * (width + gapPx), top: gapPx }));
  await row.composite(placed).png({ palette: true, quality: 90, effort: 10 }).toFile(path);
  console.log(`Wrote ${path}`);
}
