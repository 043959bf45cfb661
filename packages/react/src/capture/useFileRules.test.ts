import { describe, expect, it } from 'vitest';
import { toFileRules } from './useFileRules.ts';

const decode = () => Promise.reject(new Error('never asked'));

describe('toFileRules', () => {
  it.each([
    ['asks for what browsers read', {}, 'image/jpeg,image/png,image/webp,image/avif,image/gif'],
    [
      'asks for HEIC by name and extension where there is a decoder for it',
      { decoders: { 'image/heic': decode } },
      'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif,image/gif',
    ],
    ['asks for accepted types only, JPEG first', { limits: { acceptedTypes: ['image/png', 'image/jpeg'] } }, 'image/jpeg,image/png'],
    [
      'leaves out a decoder whose type is not accepted',
      { limits: { acceptedTypes: ['image/png'] }, decoders: { 'image/heic': decode } },
      'image/png',
    ],
    [
      'asks for any accepted type with a decoder',
      { limits: { acceptedTypes: ['image/tiff', 'application/pdf'] }, decoders: { 'image/tiff': decode } },
      'image/tiff',
    ],
  ] as const)('%s', (_name, settings, accept) => {
    expect(toFileRules(settings).accept).toBe(accept);
  });

  it('knows how large a file may be', () => {
    expect([toFileRules({}), toFileRules({ limits: { maxSourceBytes: 1_000 } })].map((rules) => rules.maxSourceBytes)).toEqual([
      50_000_000, 1_000,
    ]);
  });
});
