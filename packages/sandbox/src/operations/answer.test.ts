import { describe, expect, it } from 'vitest';
import { scenarios } from '../scenarios/scenarios.ts';
import { authorization, createCaller } from '../testing/createCaller.ts';

const basic = (words: string) => `Basic ${btoa(words)}`;

describe('answer', () => {
  it.each([
    [basic('sandbox-key:wrong'), 'invalid_credentials'],
    [basic('wrong:sandbox-secret'), 'invalid_credentials'],
    [basic(':'), 'invalid_credentials'],
    [basic('sandbox-key'), 'invalid_authentication_format'],
    ['Bearer abc.def.ghi', 'invalid_authentication_format'],
    ['Basic', 'invalid_authentication_format'],
    ['Basic not base64!', 'invalid_authentication_format'],
    ['Basic a', 'invalid_authentication_format'],
  ])('answers the header %j with %s', async (header, code) => {
    const { call } = createCaller();
    const { status, body, headers } = await call('GET', '/summary/x', { headers: { authorization: header } });
    expect([status, body['success'], body['error_code']]).toEqual([401, false, code]);
    expect(headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    expect(body['message']).not.toContain('sandbox-secret');
  });

  it.each(['/start-journey', '/process-journey-step', '/complete-journey', '/summary/x'])('asks for credentials at %s', async (path) => {
    const { sandbox } = createCaller();
    const method = path.startsWith('/summary') ? 'GET' : 'POST';
    const response = await sandbox.handle(new Request(`http://sandbox.test/journey/v2${path}`, { method }));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ success: false, error_code: 'missing_authorization_header' });
    expect(sandbox.submissions()).toEqual([]);
  });

  it('takes credentials of its own, outside ASCII too', async () => {
    const { call } = createCaller({ credentials: { username: 'kéy', password: 'päss:wörd' } });
    const header = `Basic ${Buffer.from('kéy:päss:wörd').toString('base64')}`;
    expect((await call('GET', '/summary/x', { headers: { authorization: header } })).status).toBe(404);
    expect((await call('GET', '/summary/x', { headers: { authorization } })).status).toBe(401);
  });

  it.each(['', '/', '/nothing', '/start-journey/', '/start-journey/x', '/summary', '/summary/', '/summary/a/b', '/summary/%E0%A4%A'])(
    'has nothing at %j',
    async (path) => {
      const { status, body } = await createCaller().call('GET', path);
      expect([status, body['error_code']]).toEqual([404, 'missing_requested_resource']);
    },
  );

  it.each([
    ['GET', '/start-journey', 'POST'],
    ['PUT', '/process-journey-step', 'POST'],
    ['GET', '/complete-journey', 'POST'],
    ['POST', '/summary/x', 'GET'],
    ['OPTIONS', '/summary/x', 'GET'],
  ])('answers %s %s with 405', async (method, path, allow) => {
    const { status, body, headers } = await createCaller().call(method, path);
    expect([status, body['error_code'], headers.get('allow')]).toEqual([405, 'method_not_allowed', allow]);
  });

  it('moves to other paths when told to', async () => {
    const { sandbox } = createCaller({ pathPrefix: '/v2/', paths: { summary: '/journey-summary' } });
    const at = (path: string) => sandbox.handle(new Request(`http://sandbox.test${path}`, { headers: { authorization } }));
    expect(await (await at('/v2/journey-summary/x')).json()).toMatchObject({ message: expect.stringContaining('no journey') });
    expect(await (await at('/journey/v2/summary/x')).json()).toMatchObject({ message: expect.stringContaining('no operation') });
  });

  it('answers 500, and throws nothing, when a scenario throws', async () => {
    const scenario = {
      ...scenarios.approved,
      judge: () => {
        throw new Error('out of cards');
      },
    };
    const { start, submit } = createCaller({
      flows: { broken: { scenario, steps: [{ stepId: '0', stepType: 'Document', stepTitle: 'Photo ID' }] } },
    });
    const { status, body } = await submit(await start('broken'), '0');
    expect([status, body['error_code']]).toEqual([500, 'internal_error']);
    expect(JSON.stringify(body)).not.toContain('out of cards');
  });
});
