import { describe, expect, it } from 'vitest';
import { parseSession } from './parseSession.ts';

const session = { token: 't', expires_at: '2026-01-02T03:04:05Z' };

describe('parseSession', () => {
  it('reads a session and the key of pictures', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
    const granted = parseSession(
      { session: { ...session, picture_key: Buffer.from(bytes).toString('base64url'), more: 1 } },
      'renew session',
    );
    expect(granted).toEqual({ token: 't', expiresAt: '2026-01-02T03:04:05Z', pictureKey: bytes });
  });

  it.each([[undefined], [null], [''], [7], ['A'.repeat(42)], ['A'.repeat(44)], [`${'A'.repeat(42)}+`]])(
    'reads the picture key %j as none',
    (key) => {
      expect(parseSession({ session: { ...session, picture_key: key } }, 'renew session')?.pictureKey).toBeNull();
    },
  );

  it.each([[{}], [{ session: null }]])('reads %j as no session', (wire) => {
    expect(parseSession(wire, 'renew session')).toBeNull();
  });

  it.each([
    ['session.token', { session: { expires_at: 'x' } }],
    ['session.expires_at', { session: { token: 'secret' } }],
    ['session', { session: 'secret' }],
  ])('names %s, and no value, in %j', (field, wire) => {
    const read = () => parseSession(wire, 'renew session');
    expect(read).toThrow(expect.objectContaining({ code: 'contract/malformed', field }));
    expect(read).not.toThrow('secret');
  });
});
