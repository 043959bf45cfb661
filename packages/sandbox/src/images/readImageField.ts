import type { Parts } from '../http/readParts.ts';
import { Refusal } from '../http/Refusal.ts';
import type { SandboxImage } from '../journey/SandboxSubmission.ts';
import { crc32 } from './crc32.ts';
import { inspectImage } from './inspectImage.ts';

/** Reads a picture from a file part, or from bare base64 in JSON; `null` when the field is not there. */
export async function readImageField({ encoding, fields }: Parts, name: string): Promise<SandboxImage | null | Refusal> {
  const value = fields.get(name);
  if (value === undefined) return null;
  if (encoding === 'json') {
    const bytes = typeof value === 'string' ? decodeBase64(value) : null;
    return bytes
      ? { ...inspectImage(bytes), blob: new Blob([bytes]), bytes: bytes.length, declaredType: null, digest: toDigest(bytes) }
      : new Refusal('invalid_field', `"${name}" must be a JSON string of bare base64, without a data: prefix.`);
  }
  // By shape: a test environment may bring a Blob class of its own beside the platform's.
  if (typeof value !== 'object' || value === null || !('arrayBuffer' in value)) {
    return new Refusal('invalid_field', `"${name}" must be a file part with a file name, not a text part.`);
  }
  const blob = value as Blob;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { ...inspectImage(bytes), blob, bytes: bytes.length, declaredType: blob.type, digest: toDigest(bytes) };
}

/** Tells pictures apart. Not a cryptographic one: those cannot be had everywhere, nor at once. */
const toDigest = (bytes: Uint8Array) => `${crc32(bytes).toString(16).padStart(8, '0')}-${bytes.length}`;

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
