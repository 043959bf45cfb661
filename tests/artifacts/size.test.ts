// What each public entry and a whole page cost a visitor, minified and after gzip.
import { regionBaseUrls } from '@stepframe/core';
import { afterAll, describe, expect, it } from 'vitest';
import { findUrls } from './size/findUrls.ts';
import { type Measured, measureEntries, measurePage, measureParts } from './size/measurePages.ts';

const page = await measurePage();
const measured = [...(await measureEntries()), ...(await measureParts()), ...page.measured].map(toLine);

describe('stays within its budget', () => {
  // Too much is mended by taking something out, loading it later, or a higher budget with its reason.
  it.each(measured)('$name', ({ kb, budgetKb }) => {
    expect(kb).toBeGreaterThan(0);
    expect(kb).toBeLessThanOrEqual(budgetKb);
  });

  afterAll(() => {
    console.log(measured.map(({ name, kb, budgetKb }) => `${name.padEnd(50)} ${kb.toFixed(1).padStart(6)} of ${budgetKb} kB`).join('\n'));
  });
});

describe('a page with <IdDocumentStep>', () => {
  it('has no WebAssembly', () => {
    expect(page.downloads.filter(({ name, text }) => name.endsWith('.wasm') || /\.wasm\b|application\/wasm/.test(text))).toEqual([]);
  });

  it('names no other host than the API', () => {
    expect(page.downloads.flatMap(({ text }) => findUrls(text, Object.values(regionBaseUrls)))).toEqual([]);
  });
});

function toLine({ name, files, budgetKb }: Measured) {
  return { name, budgetKb, kb: files.reduce((total, { bytes }) => total + bytes, 0) / 1000 };
}
