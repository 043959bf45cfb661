/** Reads an unsigned integer of 1 to 4 bytes. Past the end bytes count as 0, so a cut-off file never throws. */
export function readUint(bytes: Uint8Array, offset: number, length: number, isLittleEndian = false): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) {
    value = value * 256 + (bytes[offset + (isLittleEndian ? length - 1 - index : index)] ?? 0);
  }
  return value;
}
