// Writes front.jpg, back.jpg and face.jpg into the folder named on the command line.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from '../tests/support/findBrowser.ts';
import { renderSpecimens } from '../tests/support/renderSpecimens.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder to write to: npx tsx tools/specimens.ts <folder>');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
try {
  const pictures = Object.entries(await renderSpecimens(browser));
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of pictures) {
    await writeFile(join(folder, `${name}.jpg`), bytes);
    console.log(`${join(folder, `${name}.jpg`)}  ${Math.round(bytes.length / 1024)} kB`);
  }
} finally {
  await browser.close();
}
