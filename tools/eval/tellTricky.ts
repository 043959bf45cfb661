import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundlePage } from '../bench/harness/bundlePage.ts';
import { formatTable } from '../bench/harness/formatTable.ts';
import { openPage } from '../bench/harness/openPage.ts';
import { servePage } from '../bench/harness/servePage.ts';
import { formatShare, type Targets } from './createTargets.ts';
import type { EvalItem } from './EvalItem.ts';
import { judgeTricky, type TrickyVerdict } from './judgeTricky.ts';
import type { Section } from './Section.ts';

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  heic: 'image/heic',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  pdf: 'application/pdf',
};

const maxMs = 2_000;

async function prepareAll(folder: string, items: readonly EvalItem[]): Promise<readonly TrickyVerdict[]> {
  const paths = new Map(items.map(({ file }, index) => [`/files/${index}/${file.split('/').at(-1)}`, resolve(join(folder, file))]));
  const server = await servePage({
    files: await bundlePage('tools/eval/trickyPage.ts'),
    answer: (request, response) => {
      const path = paths.get(decodeURIComponent(request.url ?? ''));
      if (path) createReadStream(path).pipe(response);
      else response.writeHead(404).end();
    },
  });
  try {
    const opened = await openPage({ address: server.address });
    try {
      const verdicts: TrickyVerdict[] = [];
      for (const [index, [address, path]] of [...paths].entries()) {
        const item = items[index];
        if (!item) continue;
        // The labels are about decoding, and some of the good files are tiny on purpose.
        const minEdgePx = item.expected.includes('too_small') ? 2 : 1;
        const type = types[item.file.split('.').at(-1)?.toLowerCase() ?? ''] ?? '';
        const outcome = await opened.page.evaluate(([name, mime, edge]) => window.prepareFile(name, mime, edge), [
          encodeURI(address),
          type,
          minEdgePx,
        ] as const);
        verdicts.push(await judgeTricky(path, item, outcome));
      }
      return verdicts;
    } finally {
      await opened.close();
    }
  } finally {
    await server.close();
  }
}

/** What becomes of files that break decoders, in a real browser: each as labelled or better. */
export async function tellTricky(folder: string, items: readonly EvalItem[], targets: Targets): Promise<Section> {
  const verdicts = await prepareAll(folder, items);
  const rows = verdicts.map(({ file, expected, outcome, passed, note, ms }) => [
    `${passed ? '✓' : '✗'} ${file}`,
    expected,
    outcome,
    `${ms.toFixed(0)}${ms > maxMs ? ' (slow)' : ''}`,
    note,
  ]);
  const share = verdicts.filter(({ passed }) => passed).length / verdicts.length;
  return {
    title: 'Files that break decoders, in Chromium (asked: each as labelled or better)',
    lines: [
      formatTable(['', 'label', 'outcome', 'ms', 'note'], rows),
      `As labelled or better: ${targets.judge({ name: 'tricky files as labelled or better', measured: share, atLeast: 1 })}; slowest ${formatShare(Math.max(...verdicts.map(({ ms }) => ms)) / 1000)} s.`,
    ],
    data: verdicts,
  };
}
