/** Orientation as EXIF numbers it: 1 is upright, 6 means "turn it a quarter clockwise to show it". */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface ExifPosition {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
}

interface Entry {
  readonly tag: number;
  /** TIFF type: 1 BYTE, 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL. */
  readonly type: 1 | 2 | 3 | 4 | 5;
  readonly count: number;
  /** The value, big-endian; up to four bytes are kept in the entry itself. */
  readonly bytes: readonly number[];
}

const short = (value: number) => [value >> 8, value & 255];
const long = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const ascii = (words: string) => [...new TextEncoder().encode(words), 0];

/** Degrees, minutes and hundredths of seconds as three RATIONALs. */
function toSexagesimal(degrees: number): readonly number[] {
  const hundredths = Math.round(Math.abs(degrees) * 360_000);
  const whole = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  return [...long(whole), ...long(1), ...long(minutes), ...long(1), ...long(hundredths % 6000), ...long(100)];
}

/** One image file directory whose first byte is at `offset` of the TIFF block, with its long values behind it. */
function writeDirectory(entries: readonly Entry[], offset: number): readonly number[] {
  const head: number[] = [...short(entries.length)];
  const tail: number[] = [];
  const tailOffset = offset + 2 + entries.length * 12 + 4;
  for (const { tag, type, count, bytes } of entries) {
    head.push(...short(tag), ...short(type), ...long(count));
    if (bytes.length <= 4) head.push(...bytes, ...[0, 0, 0, 0].slice(bytes.length));
    else {
      head.push(...long(tailOffset + tail.length));
      tail.push(...bytes);
    }
  }
  return [...head, ...long(0), ...tail];
}

/**
 * Builds a JPEG's APP1 segment with EXIF: the maker "SPECIMEN", the orientation and, if given, a position.
 * Source: CIPA DC-008 (Exif 2.32) over TIFF 6.0, big-endian.
 */
export function exifSegment(orientation: ExifOrientation, gps: ExifPosition | undefined): readonly number[] {
  const maker: Entry = { tag: 0x010f, type: 2, count: 9, bytes: ascii('SPECIMEN') };
  const turn: Entry = { tag: 0x0112, type: 3, count: 1, bytes: short(orientation) };
  const entriesAt = 8;
  // Three entries, the link behind them and the maker's name, which does not fit into its entry.
  const gpsAt = entriesAt + 2 + 3 * 12 + 4 + 10;
  const link: Entry = { tag: 0x8825, type: 4, count: 1, bytes: long(gpsAt) };
  const first = writeDirectory(gps ? [maker, turn, link] : [maker, turn], entriesAt);
  const position = gps
    ? writeDirectory(
        [
          { tag: 0, type: 1, count: 4, bytes: [2, 3, 0, 0] },
          { tag: 1, type: 2, count: 2, bytes: ascii(gps.latitude < 0 ? 'S' : 'N') },
          { tag: 2, type: 5, count: 3, bytes: toSexagesimal(gps.latitude) },
          { tag: 3, type: 2, count: 2, bytes: ascii(gps.longitude < 0 ? 'W' : 'E') },
          { tag: 4, type: 5, count: 3, bytes: toSexagesimal(gps.longitude) },
        ],
        gpsAt,
      )
    : [];
  // TIFF wants every value at an even offset: the maker's nine bytes take a tenth.
  const tiff = [0x4d, 0x4d, ...short(42), ...long(entriesAt), ...first, 0, ...position];
  const payload = [...ascii('Exif'), 0, ...tiff];
  return [0xff, 0xe1, ...short(payload.length + 2), ...payload];
}
