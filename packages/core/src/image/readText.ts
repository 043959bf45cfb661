/** Reads bytes as text, one character a byte. Past the end it is shorter; it never throws. */
export function readText(bytes: Uint8Array, offset: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(offset, offset + length));
}
