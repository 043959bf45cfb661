import type { Preparation } from '@stepframe/core/capture';
import type { CaptureSource, Pictures, Side, TakenPicture } from '../capture/captureReducer.ts';

/** How one picture came about: no word about what it shows, about the person, or about the device. */
export type SideFacts = Omit<Preparation, 'sourceBytes' | 'quality' | 'durationMs'> & {
  readonly source: CaptureSource;
  /** A file is always chosen by hand. */
  readonly method: 'automatic' | 'manual';
  /** From when the picture was wanted until it was taken, in milliseconds; `null` for a file that was chosen at once. */
  readonly takingMs: number | null;
  readonly preparingMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  /** `null` for a camera's frame. */
  readonly sourceBytes: number | null;
  /** JPEG quality, 0 to 1; `null` where the source's own encoding was kept. */
  readonly quality: number | null;
};

/**
 * What is sent as `additional_data` where the integrator asks for it, beside what they send themselves. The API documents no names of
 * its own for this.
 */
export type CaptureFacts = { readonly capture: { readonly [side in Side]?: SideFacts } };

/** The facts of all pictures, as plain JSON. Pure. */
export function toCaptureFacts(pictures: Pictures): CaptureFacts {
  return { capture: Object.fromEntries(Object.entries(pictures).map(([side, picture]) => [side, toSideFacts(picture)])) };
}

function toSideFacts({ origin, blob, widthPx, heightPx, preparation, isAutomatic, takingMs }: TakenPicture): SideFacts {
  const { sourceBytes = null, quality = null, durationMs, ...rest } = preparation;
  const method = isAutomatic ? 'automatic' : 'manual';
  const result = { widthPx, heightPx, bytes: blob.size, sourceBytes, quality };
  return { source: origin, method, takingMs: takingMs ?? null, preparingMs: Math.round(durationMs), ...result, ...rest };
}
