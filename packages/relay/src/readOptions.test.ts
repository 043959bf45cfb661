import { ConfigurationError } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import { readOptions } from './readOptions.ts';
import type { RelayOptions } from './RelayOptions.ts';

const least: RelayOptions = {
  credentials: { username: 'key', password: 'the-secret-itself' },
  sessionSecret: 'x'.repeat(32),
  authorize: () => null,
};

describe('readOptions', () => {
  it('fills in the documented defaults', () => {
    expect(readOptions(least)).toMatchObject({
      root: 'https://api.idwise.com/journey/v2',
      skipField: 'skip_step',
      basePath: '/stepframe',
      sessionTtlMs: 1_800_000,
      maxBytes: 8_388_608,
      sessionMaxAgeMs: 604_800_000,
      upstreamTimeoutMs: 30_000,
      maxWaitMs: 25_000,
    });
  });

  it.each<[Partial<RelayOptions>, string]>([
    [{ region: 'uae' }, 'https://api-uae.idwise.com/journey/v2'],
    [{ region: 'qatar', pathPrefix: '/v2' }, 'https://api-qat.idwise.com/v2'],
    [{ baseUrl: 'http://localhost:4000/', pathPrefix: '' }, 'http://localhost:4000'],
  ])('goes with %j to %s', (options, root) => {
    expect(readOptions({ ...least, ...options }).root).toBe(root);
  });

  it.each<[string, Partial<Record<keyof RelayOptions, unknown>>]>([
    ['credentials.username', { credentials: { username: '', password: 'p' } }],
    ['credentials.username', { credentials: { username: 'a:b', password: 'p' } }],
    ['credentials.username', { credentials: undefined }],
    ['credentials.password', { credentials: { username: 'u', password: '' } }],
    ['authorize', { authorize: undefined }],
    ['baseUrl', { baseUrl: 'https://api.example/with/path' }],
    ['baseUrl', { baseUrl: 'ftp://api.example' }],
    ['baseUrl', { region: 'mars' }],
    ['pathPrefix', { pathPrefix: 'v2' }],
    ['paths.summary', { paths: { summary: 'summary' } }],
    ['skipField', { skipField: 'image' }],
    ['skipField', { skipField: 'a"b' }],
    ['basePath', { basePath: '/stepframe/' }],
    ['sessionSecret', { sessionSecret: 'x'.repeat(31) }],
    ['sessionSecret', { sessionSecret: new Uint8Array(31) }],
    ['sessionSecret', { sessionSecret: undefined }],
    ['sessionTtlMs', { sessionTtlMs: 0 }],
    ['sessionMaxAgeMs', { sessionMaxAgeMs: -1 }],
    ['maxWaitMs', { maxWaitMs: -1 }],
    ['maxWaitMs', { maxWaitMs: Number.POSITIVE_INFINITY }],
    ['maxBytes', { maxBytes: Number.NaN }],
    ['upstreamTimeoutMs', { upstreamTimeoutMs: -1 }],
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['allowedOrigins', { allowedOrigins: ['https://app.example/'] }],
    ['allowedOrigins', { allowedOrigins: ['app.example'] }],
  ])('names `%s` when it gets %j', (name, options) => {
    const read = () => readOptions({ ...least, ...options } as RelayOptions);
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(`\`${name}\``);
    expect(read).not.toThrow('the-secret-itself');
  });

  it('counts the secret in bytes', () => {
    expect(readOptions({ ...least, sessionSecret: 'é'.repeat(16) }).sessionSecret.byteLength).toBe(32);
  });
});
