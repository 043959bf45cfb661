import { readFileSync } from 'node:fs';
import { listEntries, listWorkspace } from '../../support/listWorkspace.ts';
import { bundlePage, type PageFile } from './bundlePage.ts';
import { entryBudgetsKb, pageBudgetsKb } from './budgets.ts';

/** What a visitor downloads for something, and what that may cost. */
export interface Measured {
  readonly name: string;
  readonly files: readonly PageFile[];
  readonly budgetKb: number;
}

const readyMade = 'CustomStep, IdDocumentStep, JourneyFlow, ProofOfAddressStep, SelfieStep';
const journeyHooks = 'StepframeProvider, useCompleteJourney, useJourneySummary, useProcessStep';

/** Every public entry of the packages: its own package's code. */
export async function measureEntries(): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { specifier, packageName } of listWorkspace('packages').flatMap(listEntries)) {
    const { first, later } = await bundlePage({ code: everythingOf(specifier), isLeftOut: (name) => name !== packageName });
    measured.push({ name: specifier, files: [...first, ...sortLater(later).usual], budgetKb: entryBudgetsKb[specifier] ?? 0 });
  }
  return measured;
}

/** Our code in pages that use some of it, without react and other dependencies. */
export async function measureParts(): Promise<readonly Measured[]> {
  const ours = (...names: readonly string[]) => ({ isLeftOut: (name: string) => !names.includes(name) });
  const journey = await bundlePage({
    code: `export { ${journeyHooks} } from '@stepframe/react';\nexport { createRelayClient } from '@stepframe/core';\n`,
    ...ours('@stepframe/react', '@stepframe/core'),
  });
  const hooks = await bundlePage({ code: everythingOf('@stepframe/react'), ...ours('@stepframe/react', '@stepframe/core') });
  const components = await bundlePage({
    code: `export { ${readyMade} } from '@stepframe/ui';\n${everythingOf('@stepframe/ui/styles.css')}`,
    ...ours('@stepframe/ui', '@stepframe/react', '@stepframe/core'),
  });
  const { usual, worker } = sortLater(components.later);
  return [
    { name: 'the hooks of the journey, with the client', files: journey.first, budgetKb: pageBudgetsKb.journeyHooks },
    { name: 'all hooks, camera and guidance too', files: [...hooks.first, ...sortLater(hooks.later).usual], budgetKb: pageBudgetsKb.hooks },
    { name: 'the components before the camera, with stylesheet', files: components.first, budgetKb: pageBudgetsKb.components },
    { name: 'the camera: what the components fetch later', files: usual, budgetKb: pageBudgetsKb.camera },
    { name: 'the worker, off the main thread', files: worker, budgetKb: pageBudgetsKb.worker },
  ];
}

/** A page with `<IdDocumentStep>`, all dependencies but react and react-dom; `downloads` holds what only some browsers fetch, too. */
export async function measurePage(): Promise<{ readonly measured: readonly Measured[]; readonly downloads: readonly PageFile[] }> {
  const { first, later } = await bundlePage({
    code: readFileSync('tests/artifacts/consumer/src/main.tsx', 'utf8'),
    isLeftOut: (name) => name === 'react' || name === 'react-dom',
  });
  const { usual, worker } = sortLater(later);
  return {
    measured: [
      { name: 'a page, first screen', files: first, budgetKb: pageBudgetsKb.firstScreen },
      { name: 'a page, whole journey', files: [...first, ...usual, ...worker], budgetKb: pageBudgetsKb.journey },
    ],
    downloads: [...first, ...later],
  };
}

function everythingOf(specifier: string): string {
  return specifier.endsWith('.css') ? `import '${specifier}';\n` : `export * from '${specifier}';\n`;
}

/** What a page downloads later: what every journey needs, and the worker; without what stands in where a browser falls short. */
function sortLater(later: readonly PageFile[]): Record<'usual' | 'worker', readonly PageFile[]> {
  // Pixels on the main thread where no worker starts; browser-image-compression where a picture cannot be decoded otherwise.
  const isFallback = ({ sources }: PageFile) =>
    sources.some((source) => /\/browser-image-compression\/|\/worker\/serveTasks\./.test(source));
  const isWorker = ({ name }: PageFile) => name.includes('capture.worker');
  return { usual: later.filter((file) => !isWorker(file) && !isFallback(file)), worker: later.filter(isWorker) };
}
