import { createStore, del, delMany, entries, get, keys, set, type UseStore } from 'idb-keyval';
import { packPictures, unpackPictures } from './packPictures.ts';
import type { KeptPictures, PictureVault } from './PictureVault.ts';

export interface PictureVaultOptions {
  readonly journeyId: string;
  /** 32 bytes that only the journey's session gives, or `null` where nothing shall be kept. */
  readonly getKey: () => Promise<Uint8Array | null>;
  /** How long pictures are kept, in milliseconds. Default 86 400 000 (a day). */
  readonly maxAgeMs?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/** As it lies in the browser's storage: nothing in it says what the pictures show. */
interface VaultRecord {
  readonly savedAtMs: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** One connection for the page: nobody closes it, so each further one would stay. */
let pictureStore: UseStore | null = null;

const algorithm = 'AES-GCM';
const dayMs = 86_400_000;

/**
 * A vault in IndexedDB, sealed with AES-GCM under a key that is nowhere in the browser's storage: it comes with the session and
 * is gone with it. What is too old, of any journey, is swept out when a vault is opened.
 */
export function createPictureVault({ journeyId, getKey, maxAgeMs = dayMs, now = Date.now }: PictureVaultOptions): PictureVault {
  const store = (pictureStore ??= createStore('stepframe', 'pictures'));
  const prefix = `${journeyId}/`;
  let sealing: Promise<CryptoKey | null> | null = null;
  /** One after the other, so that a picture that was dropped does not come back by a save that took longer. */
  let queue: Promise<unknown> = sweep();

  function inTurn<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    const done = queue.then(work).catch(() => otherwise);
    queue = done;
    return done;
  }

  async function sweep(): Promise<void> {
    const all = await entries<string, VaultRecord>(store).catch(() => []);
    const old = all.filter(([, record]) => isOver(record)).map(([name]) => name);
    if (old.length > 0) await delMany(old, store).catch(() => undefined);
  }

  const isOver = ({ savedAtMs }: VaultRecord): boolean => !(now() - savedAtMs < maxAgeMs);

  async function findKey(): Promise<CryptoKey | null> {
    sealing ??= getKey().then(
      (bytes) => bytes && crypto.subtle.importKey('raw', new Uint8Array(bytes), algorithm, false, ['encrypt', 'decrypt']),
    );
    try {
      return await sealing;
    } catch (error) {
      // Offline, perhaps: the next one may have it.
      sealing = null;
      throw error;
    }
  }

  const toParameters = (stepId: string, iv: Uint8Array<ArrayBuffer>) => ({
    name: algorithm,
    iv,
    additionalData: new TextEncoder().encode(prefix + stepId),
  });

  return {
    save: (stepId, pictures: KeptPictures) =>
      inTurn(async () => {
        const key = await findKey();
        if (!key) return false;
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const sealed = await crypto.subtle.encrypt(toParameters(stepId, iv), key, await packPictures(pictures));
        const record: VaultRecord = { savedAtMs: now(), iv, sealed };
        await set(prefix + stepId, record, store);
        return true;
      }, false),

    load: (stepId) =>
      inTurn<KeptPictures | null>(async () => {
        // Fetched ahead, so that the first picture is safe as soon as it is taken.
        void findKey().catch(() => undefined);
        const record = await get<VaultRecord>(prefix + stepId, store);
        if (!record || isOver(record)) return null;
        const key = await findKey();
        if (!key) return null;
        return unpackPictures(await crypto.subtle.decrypt(toParameters(stepId, record.iv), key, record.sealed));
      }, null),

    drop: (stepId) => inTurn(() => del(prefix + stepId, store), undefined),

    clear: () =>
      inTurn(async () => {
        const names = await keys<string>(store);
        await delMany(
          names.filter((name) => name.startsWith(prefix)),
          store,
        );
      }, undefined),
  };
}
