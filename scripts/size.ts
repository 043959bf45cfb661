// What each public entry and a whole page cost a visitor, minified and after gzip. Reads the built packages.
import { existsSync, readFileSync } from 'node:fs';
import { regionBaseUrls } from '@stepframe/core';
import { createSteps } from './createSteps.ts';
import { listEntries, listWorkspace } from './listWorkspace.ts';
import { bundlePage, type PageFile } from './size/bundlePage.ts';
import { entryBudgetsKb, pageBudgetsKb } from './size/budgets.ts';
import { findUrls } from './size/findUrls.ts';

const steps = createSteps();
const entries = listWorkspace('packages').flatMap(listEntries);
const missing = entries.filter(({ built }) => !existsSync(built));
if (missing.length > 0) {
  console.error(`Not built: ${missing.map(({ specifier }) => specifier).join(', ')}. Run \`npm run build\` first.`);
  process.exit(1);
}

console.log('Own code of each public entry:');
for (const { specifier, packageName } of entries) {
  const files = await bundlePage({ code: everythingOf(specifier), isLeftOut: (name) => name !== packageName });
  recordSize(specifier, [...files.first, ...sortLater(files.later).usual], entryBudgetsKb[specifier] ?? 0);
}

console.log('\nWithout react and other dependencies:');
const ours = (...names: string[]) => ({ isLeftOut: (name: string) => !names.includes(name) });
const journeyHooks = await bundlePage({
  code: `export { StepframeProvider, useCompleteJourney, useJourneySummary, useProcessStep } from '@stepframe/react';\nexport { createRelayClient } from '@stepframe/core';\n`,
  ...ours('@stepframe/react', '@stepframe/core'),
});
recordSize('the hooks of the journey, with the client', journeyHooks.first, pageBudgetsKb.journeyHooks);
const hooks = await bundlePage({ code: everythingOf('@stepframe/react'), ...ours('@stepframe/react', '@stepframe/core') });
recordSize('all hooks, camera and guidance too', [...hooks.first, ...sortLater(hooks.later).usual], pageBudgetsKb.hooks);
const readyMade = 'CustomStep, IdDocumentStep, JourneyFlow, ProofOfAddressStep, SelfieStep';
const components = await bundlePage({
  code: `export { ${readyMade} } from '@stepframe/ui';\n${everythingOf('@stepframe/ui/styles.css')}`,
  ...ours('@stepframe/ui', '@stepframe/react', '@stepframe/core'),
});
recordSize('the components before the camera, with stylesheet', components.first, pageBudgetsKb.components);
recordSize('the camera: what the components fetch later', sortLater(components.later).usual, pageBudgetsKb.camera);
recordSize('the worker, off the main thread', sortLater(components.later).worker, pageBudgetsKb.worker);

console.log('\nA page with <IdDocumentStep>, all dependencies but react and react-dom:');
const page = await bundlePage({
  code: readFileSync('scripts/fixtures/consumer/src/main.tsx', 'utf8'),
  isLeftOut: (name) => name === 'react' || name === 'react-dom',
});
const { usual, worker, fallbacks } = sortLater(page.later);
recordSize('first screen', page.first, pageBudgetsKb.firstScreen);
listFiles(page.first);
recordSize('whole journey', [...page.first, ...usual, ...worker], pageBudgetsKb.journey);
listFiles([...usual, ...worker]);
console.log('  Not counted, because only a browser that cannot do better fetches them:');
listFiles(fallbacks);

const downloads = [...page.first, ...page.later];
steps.record(
  'the page has no WebAssembly',
  !downloads.some(({ name, text }) => name.endsWith('.wasm') || /\.wasm\b|application\/wasm/.test(text)),
);
const urls = downloads.flatMap(({ text }) => findUrls(text, Object.values(regionBaseUrls)));
steps.record('the page names no other host than the API', urls.length === 0, urls.join('\n'));
steps.finish();

function everythingOf(specifier: string): string {
  return specifier.endsWith('.css') ? `import '${specifier}';\n` : `export * from '${specifier}';\n`;
}

/** What a page downloads later: what every journey needs, the worker, and what stands in where a browser falls short. */
function sortLater(later: readonly PageFile[]): Record<'usual' | 'worker' | 'fallbacks', readonly PageFile[]> {
  const inWorker = later.filter(({ name }) => name.includes('capture.worker'));
  // Pixels on the main thread where no worker starts; browser-image-compression where a picture cannot be decoded otherwise.
  const instead = later.filter(({ sources }) =>
    sources.some((source) => /\/browser-image-compression\/|\/worker\/serveTasks\./.test(source)),
  );
  return { usual: later.filter((file) => !inWorker.includes(file) && !instead.includes(file)), worker: inWorker, fallbacks: instead };
}

function recordSize(name: string, files: readonly PageFile[], budgetKb: number): void {
  const bytes = sum(files);
  const passed = bytes > 0 && bytes <= budgetKb * 1000;
  steps.record(`${name.padEnd(48)} ${kb(bytes).padStart(8)} of ${budgetKb} kB`, passed, explain(bytes, passed));
}

function explain(bytes: number, passed: boolean): string {
  if (passed) return '';
  return bytes === 0 ? 'Nothing came out of it.' : 'Over budget. Take something out, or raise scripts/size/budgets.ts and say why.';
}

function listFiles(files: readonly PageFile[]): void {
  for (const { name, bytes } of files) console.log(`    ${kb(bytes).padStart(8)}  ${name.replace(/^assets\//, '')}`);
}

function sum(files: readonly PageFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
