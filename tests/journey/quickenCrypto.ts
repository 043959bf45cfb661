import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Bytes of the HMAC keys that were imported. */
const hmacKeys = new WeakMap<CryptoKey, { readonly bytes: Uint8Array; readonly hash: string }>();
let underWay = 0;
let isQuick = false;

const toBytes = (data: BufferSource): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
const toNodeName = (hash: string): string => hash.replace('-', '').toLowerCase();

/**
 * Lets Web Crypto's digests and HMACs come from `node:crypto`, which works at once: the same bytes without a thread, which a clock that
 * stands still knows nothing of, and which takes a thousand times as long. Whatever else is asked of Web Crypto is left to it.
 *
 * @returns says whether a thread is at work
 */
export function quickenCrypto(): () => boolean {
  if (!isQuick) {
    isQuick = true;
    const { subtle } = crypto;
    const real = {
      digest: subtle.digest.bind(subtle),
      importKey: subtle.importKey.bind(subtle) as (...args: unknown[]) => Promise<CryptoKey>,
      sign: subtle.sign.bind(subtle),
      verify: subtle.verify.bind(subtle),
      encrypt: subtle.encrypt.bind(subtle),
      decrypt: subtle.decrypt.bind(subtle),
    };
    const watch =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        underWay += 1;
        try {
          return await work(...args);
        } finally {
          underWay -= 1;
        }
      };
    const mac = (key: CryptoKey, data: BufferSource): Buffer | null => {
      const known = hmacKeys.get(key);
      return known ? createHmac(known.hash, known.bytes).update(toBytes(data)).digest() : null;
    };
    const quick = {
      async digest(algorithm: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> {
        const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
        return new Uint8Array(createHash(toNodeName(name)).update(toBytes(data)).digest()).buffer;
      },
      importKey: watch(async (...args: unknown[]) => {
        const key = await real.importKey(...args);
        const [format, bytes] = args;
        const { name, hash } = key.algorithm as { readonly name: string; readonly hash?: { readonly name: string } };
        if (format === 'raw' && name === 'HMAC' && hash) {
          hmacKeys.set(key, { bytes: toBytes(bytes as BufferSource).slice(), hash: toNodeName(hash.name) });
        }
        return key;
      }),
      sign: watch(async (algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource) => {
        const made = mac(key, data);
        return made ? new Uint8Array(made).buffer : await real.sign(algorithm, key, data);
      }),
      verify: watch(async (algorithm: AlgorithmIdentifier, key: CryptoKey, signature: BufferSource, data: BufferSource) => {
        const made = mac(key, data);
        const given = toBytes(signature);
        return made ? made.length === given.length && timingSafeEqual(made, given) : await real.verify(algorithm, key, signature, data);
      }),
      encrypt: watch(real.encrypt),
      decrypt: watch(real.decrypt),
    };
    for (const [name, value] of Object.entries(quick)) Object.defineProperty(subtle, name, { value, configurable: true });
  }
  return () => underWay > 0;
}
