/** What the bytes of a picture say about it. Nothing here comes from a file name or a declared type. */
export interface ImageFacts {
  /** MIME type by the first bytes; `null` when they match nothing known. */
  readonly type: string | null;
  /** As stored, before any orientation is applied; `null` when not read (only JPEG and PNG are read). */
  readonly widthPx: number | null;
  /** As stored; `null` when not read. */
  readonly heightPx: number | null;
  /** EXIF orientation, 1 to 8; 1 when there is none or it is out of range. */
  readonly orientation: number;
  /** EXIF, XMP, IPTC or a comment is still in the file. Colour profiles do not count. */
  readonly hasMetadata: boolean;
  /** A place is still in the file (a GPS directory in EXIF, or GPS fields in XMP). */
  readonly hasGps: boolean;
  /** Why the file cannot be a whole picture, such as "the JPEG is cut off"; `null` when it looks whole. */
  readonly fault: string | null;
}

/** The facts of bytes about which nothing is known. */
export const noFacts: ImageFacts = {
  type: null,
  widthPx: null,
  heightPx: null,
  orientation: 1,
  hasMetadata: false,
  hasGps: false,
  fault: null,
};

/** Facts while they are being gathered. */
export type DraftFacts = { -readonly [Name in keyof ImageFacts]: ImageFacts[Name] };
