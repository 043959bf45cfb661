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
  recordSize(specifier, [...files.first, ...files.later], entryBudgetsKb[specifier] ?? 0);
}

console.log('\nWithout react and other dependencies:');
const ours = (...names: string[]) => ({ isLeftOut: (name: string) => !names.includes(name) });
const hooks = await bundlePage({ code: everythingOf('@stepframe/react'), ...ours('@stepframe/react', '@stepframe/core') });
recordSize('the hooks, with what they take of core', [...hooks.first, ...hooks.later], pageBudgetsKb.hooks);
const components = await bundlePage({
  code: everythingOf('@stepframe/ui') + everythingOf('@stepframe/ui/styles.css'),
  ...ours('@stepframe/ui', '@stepframe/react', '@stepframe/core'),
});
recordSize('the components, with hooks, core and stylesheet', [...components.first, ...components.later], pageBudgetsKb.components);

console.log('\nA page with <IdDocumentStep>, all dependencies but react and react-dom:');
const page = await bundlePage({
  code: readFileSync('scripts/fixtures/consumer/src/main.tsx', 'utf8'),
  isLeftOut: (name) => name === 'react' || name === 'react-dom',
});
// Only when the browser itself can neither decode nor scale a picture; the browsers we name in the README all can.
const lastResort = page.later.filter(({ sources }) => sources.some((source) => source.includes('/browser-image-compression/')));
const usual = page.later.filter((file) => !lastResort.includes(file));
recordSize('first screen', page.first, pageBudgetsKb.firstScreen);
listFiles(page.first);
recordSize('whole journey', [...page.first, ...usual], pageBudgetsKb.journey);
listFiles(usual);
console.log(
  `  Not counted, ${kb(sum(lastResort))}: browser-image-compression, fetched only where the browser cannot decode a picture itself.`,
);

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
