import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

class FakeWorker {
  readonly url: unknown;
  constructor(url: unknown) {
    this.url = url;
  }
}
const start = (url: string) => () => new Worker(new URL(url));
interface Rules {
  readonly createScriptURL: (url: string) => unknown;
}
const createPolicy = vi.fn<(name: string, rules: Rules) => Rules>((name, rules) => ({
  createScriptURL: (url) => ({ vouched: rules.createScriptURL(String(url)), by: name }),
}));

let startTrusted: (typeof import('./startTrusted.ts'))['startTrusted'];
beforeEach(async () => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('origin', 'https://bank.example');
  vi.resetModules();
  ({ startTrusted } = await import('./startTrusted.ts'));
  createPolicy.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

describe('startTrusted', () => {
  it('starts a worker as it is where there are no Trusted Types', () => {
    expect(startTrusted(start('https://bank.example/w.js'))).toHaveProperty('url', new URL('https://bank.example/w.js'));
  });

  it('vouches for the address by one policy of its own, and leaves the page’s constructor as it was', () => {
    vi.stubGlobal('trustedTypes', { createPolicy });
    for (const name of ['a', 'b']) {
      const worker = startTrusted(start(`https://bank.example/${name}.js`));
      expect(worker).toHaveProperty('url', { vouched: `https://bank.example/${name}.js`, by: 'stepframe' });
      expect(worker).toBeInstanceOf(FakeWorker);
    }
    expect(createPolicy).toHaveBeenCalledOnce();
    expect(globalThis.Worker).toBe(FakeWorker);
  });

  it('vouches for no other origin, and leaves the page’s constructor as it was', () => {
    vi.stubGlobal('trustedTypes', { createPolicy });
    expect(startTrusted(start('https://elsewhere.example/w.js'))).toHaveProperty('url', { vouched: '', by: 'stepframe' });
    expect(globalThis.Worker).toBe(FakeWorker);
  });

  it('throws where the page allows no such policy', () => {
    const refuse = () => {
      throw new TypeError('Policy "stepframe" disallowed.');
    };
    vi.stubGlobal('trustedTypes', { createPolicy: refuse });
    expect(() => startTrusted(start('https://bank.example/w.js'))).toThrow('disallowed');
    expect(globalThis.Worker).toBe(FakeWorker);
  });
});
