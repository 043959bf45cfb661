import type { JourneySummary } from '@stepframe/core';

/**
 * An ETag that is another one whenever the summary is: 64 bits over its JSON. It is made from the content alone, so that it
 * is the same in every instance of the relay and after a restart.
 *
 * Weak, because two answers that differ only in what nobody here understands count as the same. Source: RFC 9110, 8.8.1.
 * It keeps nothing secret and need not withstand anybody, so it is a quick mixing hash (two rounds of the kind of
 * MurmurHash3, over the halves) and no digest, which would make every reading wait.
 */
export function createEtag(summary: JourneySummary): string {
  const text = JSON.stringify(summary);
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x85ebca6b ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(rotate(a ^ code, 13), 0xcc9e2d51);
    b = Math.imul(rotate(b ^ code, 17), 0x1b873593);
  }
  return `W/"${toHex(a ^ rotate(b, 16))}${toHex(b ^ rotate(a, 11))}"`;
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function toHex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
