import { afterEach, describe, expect, it } from 'vitest';
import type { PreparedImage } from '../contract/preparedImage.ts';
import { createPictureVault, type PictureVaultOptions } from './createPictureVault.ts';
import type { KeptPictures } from './PictureVault.ts';

const key = new Uint8Array(32).fill(7);
const opened: ReturnType<typeof createPictureVault>[] = [];

function open(options: Partial<PictureVaultOptions> = {}) {
  const vault = createPictureVault({ journeyId: 'journey', getKey: async () => key, ...options });
  opened.push(vault);
  return vault;
}

afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.clear();
});

/** A picture whose bytes begin as every JPEG does. */
function createPicture(fill: number): PreparedImage {
  const bytes = new Uint8Array(5_000).fill(fill);
  bytes.set([0xff, 0xd8, 0xff]);
  return {
    blob: new Blob([bytes], { type: 'image/jpeg' }),
    type: 'image/jpeg',
    widthPx: 1_000 + fill,
    heightPx: 800,
    origin: 'camera',
    preparation: {
      sourceType: 'video/frame',
      sourceWidthPx: 1_920,
      sourceHeightPx: 1_080,
      sourceBytes: 3_110_400,
      orientation: 1,
      path: 'frame',
      scale: 1,
      quality: 0.9,
      durationMs: 20,
      place: 'worker',
    },
  };
}

const both: KeptPictures = { source: 'camera', sent: { key: 'k', standing: 'null' }, front: createPicture(1), back: createPicture(2) };

/** All there is in the browser's storage, as numbers. */
async function readStorage(): Promise<readonly (readonly [IDBValidKey, { readonly sealed: ArrayBuffer }])[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('stepframe');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const store = database.transaction('pictures').objectStore('pictures');
  const all = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const [names, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
  database.close();
  return names.map((name, index) => [name, values[index] as { readonly sealed: ArrayBuffer }]);
}

describe('a vault', () => {
  it('gives back what was kept, byte for byte, after a reload', async () => {
    expect(await open().save('0', both)).toBe(true);
    const kept = await open().load('0');
    expect(kept).toMatchObject({
      source: 'camera',
      sent: { key: 'k', standing: 'null' },
      front: { widthPx: 1_001 },
      back: { widthPx: 1_002 },
    });
    for (const side of ['front', 'back'] as const) {
      expect(kept?.[side]?.blob.type).toBe('image/jpeg');
      expect(await kept?.[side]?.blob.arrayBuffer()).toEqual(await both[side]?.blob.arrayBuffer());
    }
  });

  it('keeps a front alone', async () => {
    const { source, front } = both;
    await open().save('0', { source, sent: null, ...(front && { front }) });
    expect(await open().load('0')).toEqual({ source, sent: null, front: expect.objectContaining({ widthPx: 1_001 }) });
  });

  it('leaves nothing readable in the storage', async () => {
    await open().save('0', both);
    const [[name, { sealed }] = [null, { sealed: new ArrayBuffer(0) }]] = await readStorage();
    expect(name).toBe('journey/0');
    const text = new TextDecoder('latin1').decode(sealed);
    expect(text.length).toBeGreaterThan(10_000);
    for (const trace of ['image/jpeg', 'camera', '\u00ff\u00d8\u00ff', '\u0001\u0001\u0001\u0001']) expect(text).not.toContain(trace);
  });

  it('gives nothing under another key, in another journey or for another step', async () => {
    await open().save('0', both);
    expect(await open({ getKey: async () => new Uint8Array(32) }).load('0')).toBeNull();
    expect(await open({ journeyId: 'other' }).load('0')).toBeNull();
    expect(await open().load('10')).toBeNull();
  });

  it('does not let a record pass for that of another step', async () => {
    await open().save('0', both);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('stepframe');
      request.addEventListener('success', () => resolve(request.result));
    });
    const store = database.transaction('pictures', 'readwrite').objectStore('pictures');
    await new Promise((resolve) => {
      const request = store.get('journey/0');
      request.addEventListener('success', () => store.put(request.result, 'journey/10').addEventListener('success', resolve));
    });
    database.close();
    expect(await open().load('10')).toBeNull();
  });

  it('forgets what is too old, of any journey', async () => {
    await open({ journeyId: 'earlier' }).save('0', both);
    const late = open({ now: () => Date.now() + 90_000_000 });
    expect(await late.load('0')).toBeNull();
    expect(await readStorage()).toEqual([]);
  });

  it('drops what is dropped while it is still being saved, and clears its own journey only', async () => {
    const vault = open();
    const other = open({ journeyId: 'other' });
    void vault.save('0', both);
    await vault.drop('0');
    expect(await vault.load('0')).toBeNull();
    await Promise.all([vault.save('0', both), vault.save('10', both), other.save('0', both)]);
    await vault.clear();
    expect((await readStorage()).map(([name]) => name)).toEqual(['other/0']);
  });

  it('keeps nothing, and says so, where there is no key or it cannot be had; the next one may have it', async () => {
    let calls = 0;
    const vault = open({
      getKey: async () => {
        calls += 1;
        if (calls === 1) throw new Error('offline');
        return key;
      },
    });
    expect(await vault.save('0', both)).toBe(false);
    expect(await vault.save('0', both)).toBe(true);
    expect(await open({ getKey: async () => null }).save('10', both)).toBe(false);
    expect((await readStorage()).map(([name]) => name)).toEqual(['journey/0']);
  });
});
