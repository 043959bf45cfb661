import type { CameraWish } from './cameraConstraints.ts';

/** What is in the drafts and not in TypeScript's library. Source: MediaStream Image Capture, 7.1 to 7.4. */
export interface LensAbilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min?: number; readonly max?: number; readonly step?: number };
  readonly focusMode?: readonly string[];
  /** Metres; a small `min` can focus close. */
  readonly focusDistance?: { readonly min?: number };
}

/** A camera as far as it is known: what it says of itself counts, the words of its label help out. */
export interface Lens {
  readonly deviceId: string;
  /** The browser's name for it, in the person's language; empty before permission. */
  readonly label: string;
  /** Where it faces, by its capabilities, else by its label. */
  readonly facing?: CameraWish['facing'] | undefined;
  readonly abilities?: LensAbilities | undefined;
}

/** The last one wins: "Back Ultra Wide" is no plain wide. iOS translates labels, Android and desktops mostly do not. */
const hints: readonly (readonly [RegExp, number])[] = [
  [/wide|weitw|grand.?ang|gran.?ang|広角|广角|廣角|광각|широк/, -6],
  // Several lenses behind one name: it changes between them by itself, and comes close.
  [/dual|triple|doppel|dreifach|doble|doppia|デュアル|トリプル|双/, 0],
  [/tele|長焦|长焦|望遠|망원|тел/, -35],
  // "Ultra HD" is a resolution.
  [/ultra.{0,2}[wgavsšl]|超|초광|울트라|(сверх|над)шир/, -45],
  [/virtual|\bobs\b|manycam|snap camera|\bvcam\b|xsplit/, -60],
  // Not iOS's "TrueDepth", which is its plain front camera.
  [/\bdepth|\btof\b|tiefen|profond|深度|깊이|глубин/, -80],
  [/infra|инфра|\bir\b|windows hello|红外|紅外|赤外|적외/, -90],
];

/** Under this a lens is left aside as long as there is another one. */
export const poorLensScore = -25;

const among = (size: number | undefined, from: number, to: number): boolean => size === undefined || (size >= from && size <= to);

/**
 * How well a lens suits the wish; more is better, and under `poorLensScore` it is infrared, ultra-wide, a tele, a depth
 * sensor, a picture made by software, or faces the wrong way.
 *
 * Capabilities first: facing, resolution, continuous focus, close focus, light, shape. Then the label.
 * Android calls its cameras "camera2 0, facing back": the first two are the main ones.
 */
export function scoreLens({ label, facing, abilities = {} }: Lens, wanted: CameraWish['facing']): number {
  const words = label.toLowerCase();
  const { width, height, focusMode, focusDistance, torch, zoom } = abilities;
  const pixels = (width?.max ?? 0) * (height?.max ?? 0);
  const ratio = pixels > 0 ? (width?.max ?? 0) / (height?.max ?? 0) : undefined;
  const place = /camera2? (\d+)/.exec(words)?.[1];
  let score = hints.reduce((last, [pattern, points]) => (pattern.test(words) ? points : last), 0);
  if (facing !== undefined) score += facing === wanted ? 20 : -100;
  // Infrared and depth sensors are small and nearly square.
  if (pixels > 0) score += Math.min(12, 4 * Math.log2(pixels / 920_000)) + (among(ratio, 1.2, 2.4) || among(ratio, 0.4, 0.84) ? 0 : -10);
  if (focusMode !== undefined) score += focusMode.includes('continuous') ? 10 : -10;
  if (focusDistance?.min !== undefined && focusDistance.min < 0.2) score += 4;
  if (torch === true) score += 8;
  // It begins wider than one: several lenses behind one name, so it comes close, too.
  if (zoom?.min !== undefined && zoom.min < 1) score += 3;
  if (place !== undefined && Number(place) > 1) score -= 30;
  return score;
}
