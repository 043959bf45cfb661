import { expect, it } from 'vitest';
import { findUrls } from './findUrls.ts';

it('finds addresses in code and styles, each once', () => {
  const text = `fetch("https://cdn.example/a.js");url(http://img.example/b.png);fetch("https://cdn.example/a.js")`;
  expect(findUrls(text, [])).toEqual(['https://cdn.example/a.js', 'http://img.example/b.png']);
});

it('lets the API and names that are no addresses through', () => {
  const text = `"https://api.example/v2"; "http://www.w3.org/2000/svg"; \`https://other.example/\${x}\``;
  expect(findUrls(text, ['https://api.example'])).toEqual(['https://other.example/${x}']);
});

it('reads addresses in sentences without the punctuation, and lets examples through', () => {
  const text = '"such as https://example.com/stepframe. Or https://api.example, or https://other.example."';
  expect(findUrls(text, ['https://api.example'])).toEqual(['https://other.example']);
});

it('is not taken in by a host that only begins like the API', () => {
  expect(findUrls('"https://api.example.evil/x"', ['https://api.example'])).toEqual(['https://api.example.evil/x']);
});
