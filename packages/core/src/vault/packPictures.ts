import type { PreparedImage } from '../contract/preparedImage.ts';
import type { KeptPictures } from './PictureVault.ts';

type Facts = Omit<PreparedImage, 'blob'> & { readonly bytes: number };
interface Head extends Pick<KeptPictures, 'source' | 'sent' | 'additionalData'> {
  readonly front: Facts | null;
  readonly back: Facts | null;
}

/** All of it as one run of bytes: the length of the head (4, big-endian), the head as JSON, the pictures one after the other. */
export async function packPictures({ source, sent, additionalData, front, back }: KeptPictures): Promise<ArrayBuffer> {
  const toFacts = (picture: PreparedImage | undefined): Facts | null => {
    if (!picture) return null;
    const { blob, ...facts } = picture;
    return { ...facts, bytes: blob.size };
  };
  const head: Head = { source, sent, additionalData, front: toFacts(front), back: toFacts(back) };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, json.length);
  const blobs = [front, back].flatMap((picture) => (picture ? [picture.blob] : []));
  return await new Blob([length, json, ...blobs]).arrayBuffer();
}

/** The other way round. */
export function unpackPictures(packed: ArrayBuffer): KeptPictures {
  const jsonEnd = 4 + new DataView(packed).getUint32(0);
  const { source, sent, additionalData, front, back } = JSON.parse(new TextDecoder().decode(packed.slice(4, jsonEnd))) as Head;
  const toPicture = (facts: Facts, from: number): PreparedImage => {
    const { bytes, ...rest } = facts;
    return { ...rest, blob: new Blob([packed.slice(from, from + bytes)], { type: facts.type }) };
  };
  return {
    source,
    sent,
    ...(additionalData && { additionalData }),
    ...(front && { front: toPicture(front, jsonEnd) }),
    ...(back && { back: toPicture(back, jsonEnd + (front?.bytes ?? 0)) }),
  };
}
