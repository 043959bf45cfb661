import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import sharp, { type Sharp } from 'sharp';
import { splitMotionJpeg } from '../support/splitMotionJpeg.ts';
import { browserArgs, findBrowser } from '../support/findBrowser.ts';
import { renderSpecimens, type RenderOptions } from '../support/renderSpecimens.ts';

/** One frame of a clip, and what is to be said of it: `ok`, `blur`, `glare`, `partial` … */
export interface ClipFrame {
  readonly jpeg: Buffer;
  readonly label: string;
}

const folder = new URL('../../../shared/data/video/', import.meta.url);
const framesOfEach = 30;

/** A clip that lies beside the repository with a label for each frame, or else one drawn of specimens. Says on the console which. */
export async function readClip(subject: 'card' | 'selfie'): Promise<readonly ClipFrame[]> {
  const film = new URL(`${subject}_640x480.mjpeg`, folder);
  if (!existsSync(fileURLToPath(film))) {
    process.stdout.write(`Clip: ../shared/data is not there, so the ${subject} is drawn.\n`);
    return await drawClip(subject);
  }
  const labels = JSON.parse(readFileSync(new URL(`${subject}_640x480.json`, folder), 'utf8')) as readonly { readonly expected: string }[];
  process.stdout.write(`Clip: ${labels.length} labelled frames of a ${subject} from ../shared/data\n`);
  return splitMotionJpeg(readFileSync(film)).map((jpeg, index) => ({ jpeg, label: labels[index]?.expected ?? 'unknown' }));
}

async function drawClip(subject: 'card' | 'selfie'): Promise<readonly ClipFrame[]> {
  const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: [...browserArgs] });
  const repeat = async (label: string, picture: Sharp): Promise<readonly ClipFrame[]> => {
    // Chromium's fake camera takes the full range of a JPEG for the narrower one of video, and would burn out what is only bright.
    const jpeg = await picture
      .linear(219 / 255, 16)
      .jpeg({ quality: 90 })
      .toBuffer();
    return Array.from({ length: framesOfEach }, () => ({ jpeg, label }));
  };
  const draw = async (label: string, options: RenderOptions): Promise<readonly ClipFrame[]> => {
    const specimens = await renderSpecimens(browser, options);
    return await repeat(label, sharp(subject === 'card' ? specimens.front : specimens.face).resize(1280, 720));
  };
  try {
    return [
      // Else nothing would ever change places, and what was taken once is not taken again.
      ...(subject === 'selfie'
        ? []
        : await repeat('nothing', sharp({ create: { width: 1280, height: 720, channels: 3, background: '#7d7468' } }))),
      ...(await draw('blur', { flaw: 'blurred' })),
      ...(await draw('dark', { flaw: 'dark' })),
      ...(await draw('ok', {})),
      ...(await draw('glare', { flaw: 'glare' })),
    ];
  } finally {
    await browser.close();
  }
}
