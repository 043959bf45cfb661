/** Colour difference samples, at half the sides of the luma plane in I420 and NV12. */
export interface ChromaPlanes {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
  /** Bytes from one sample to the next: 1 in planes of their own (I420), 2 interleaved (NV12). */
  readonly step: 1 | 2;
  /** Blue difference, 128 for grey. */
  readonly cb: Uint8Array;
  /** Red difference, 128 for grey. */
  readonly cr: Uint8Array;
}

/** The bytes of a frame as cameras give them, upright and never mirrored. */
export interface FramePlanes {
  /** Of the luma plane. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Brightness, row by row. */
  readonly luma: Uint8Array;
  /** Bytes from one row of `luma` to the next; at least `widthPx`. */
  readonly stride: number;
  /** `limited`: luma runs from 16 to 235 (most video), `full`: from 0 to 255. */
  readonly range: 'limited' | 'full';
  /** Left out where only brightness was to be had. */
  readonly chroma?: ChromaPlanes | undefined;
  /** Sides of the frame these planes are of; larger than those of the plane where it was scaled down to be read. */
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
}
