// The limit that a browser is measured against: sharp (libvips, libjpeg-turbo) on one thread, in a process of its own
// because the size of Node's thread pool is set at its start.
import sharp from 'sharp';

import type { SharpJob, SharpResult } from './startSharp.ts';

sharp.concurrency(1);
sharp.cache(false);

process.on('message', async ({ jpeg, maxEdgePx, quality }: SharpJob) => {
  const cpuBegin = process.cpuUsage();
  const begin = performance.now();
  const output = await sharp(jpeg)
    .autoOrient()
    .resize(maxEdgePx, maxEdgePx, { fit: 'inside', kernel: 'lanczos3', withoutEnlargement: true })
    .jpeg({ quality: Math.round(quality * 100) })
    .toBuffer();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpuBegin);
  process.send?.({ ms, cpuMs: (user + system) / 1000, output } satisfies SharpResult);
});
