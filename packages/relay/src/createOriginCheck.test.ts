import { describe, expect, it } from 'vitest';
import { createOriginCheck } from './createOriginCheck.ts';

const check = createOriginCheck(new Set(['https://app.example']));
const from = (headers: Record<string, string>) => new Request('http://shop.example/stepframe', { headers });

describe('createOriginCheck', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['no browser', {}, true],
    ['the same origin', { origin: 'http://shop.example' }, true],
    ['the same host behind a proxy that ends TLS', { origin: 'https://shop.example' }, true],
    [
      'the same origin, by the browser itself, under another host name',
      { origin: 'https://public.example', 'sec-fetch-site': 'same-origin' },
      true,
    ],
    ['an origin on the list', { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' }, true],
    ['another origin', { origin: 'https://evil.example' }, false],
    ['another port', { origin: 'http://shop.example:8080' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['another site, without its origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['another site that names our origin in a suffix', { origin: 'https://app.example.evil.example' }, false],
    ['a subdomain', { origin: 'http://a.shop.example', 'sec-fetch-site': 'same-site' }, false],
  ])('judges %s', (_, headers, allowed) => {
    expect(check.allows(from(headers))).toBe(allowed);
  });

  it('answers CORS to an origin on the list alone', () => {
    expect(check.headersFor(from({ origin: 'https://app.example' }))).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-credentials': 'true',
      vary: 'origin',
    });
    expect(check.headersFor(from({ origin: 'https://evil.example' }))).toEqual({ vary: 'origin' });
    expect(createOriginCheck(new Set()).headersFor(from({ origin: 'https://app.example' }))).toEqual({});
  });
});
