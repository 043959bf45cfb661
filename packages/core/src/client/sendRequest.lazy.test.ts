import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.doUnmock('axios');
  // Modules that hold the mock would be met by the next test file.
  vi.resetModules();
});

it('loads axios with the first request and not with the package', async () => {
  const load = vi.fn<() => void>();
  vi.doMock('axios', () => {
    load();
    return { default: { request: async () => ({ status: 200, data: { journey_id: 'j' }, headers: {}, config: {} }) } };
  });
  vi.resetModules();
  const { createClient } = await import('../index.ts');
  const client = createClient({ credentials: { username: 'key', password: 'secret' } });
  expect(load).not.toHaveBeenCalled();
  expect(await client.getSummary('j')).toMatchObject({ journeyId: 'j' });
  expect(load).toHaveBeenCalledOnce();
});
