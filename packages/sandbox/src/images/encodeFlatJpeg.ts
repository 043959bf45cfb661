/**
 * Writes a whole, decodable JPEG of one mid grey in any size. Source: ITU-T T.81, annex B.
 *
 * Its code tables give one bit to "no change" and one to "end of block", so a flat picture's data is nothing but zeros.
 */
export function encodeFlatJpeg(widthPx: number, heightPx: number, exif?: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil(widthPx / 8) * Math.ceil(heightPx / 8);
  const scan = new Uint8Array(Math.ceil(blocks / 4));
  const spareBits = (scan.length * 4 - blocks) * 2;
  // T.81 F.1.2.3: the last byte is filled up with ones.
  scan[scan.length - 1] = (1 << spareBits) - 1;

  const head = [
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(exif ? segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...exif]) : []),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, heightPx >> 8, heightPx & 0xff, widthPx >> 8, widthPx & 0xff, 1, 1, 0x11, 0]),
    ...codeTable(0x00),
    ...codeTable(0x10),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ];
  const bytes = new Uint8Array(head.length + scan.length + 2);
  bytes.set(head);
  bytes.set(scan, head.length);
  bytes.set([0xff, 0xd9], head.length + scan.length);
  return bytes;
}

const segment = (marker: number, body: readonly number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
const codeTable = (slot: number) => segment(0xc4, [slot, 1, ...Array.from({ length: 15 }, () => 0), 0]);
