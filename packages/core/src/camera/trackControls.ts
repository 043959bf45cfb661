import type { LensAbilities } from './scoreLens.ts';

/** How far a track is zoomed, and how far it can be. */
export interface ZoomRange {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** From one value to the next; 0 where any will do. */
  readonly step: number;
}

/** What can be set on a track; `null` where it has no such thing. */
export interface TrackControls {
  /** Whether the light is on. */
  readonly torch: boolean | null;
  readonly zoom: ZoomRange | null;
}

/** The members of the Image Capture draft. Source: MediaStream Image Capture, 7. */
export interface LensSettings {
  readonly torch?: boolean;
  readonly zoom?: number;
  readonly focusMode?: string;
}

export const noControls: TrackControls = { torch: null, zoom: null };

/** Reads which controls a live track has and how they stand. */
export function readTrackControls(track: MediaStreamTrack): TrackControls {
  // Firefox has no capabilities before 132.
  const { torch, zoom }: LensAbilities = track.getCapabilities?.() ?? {};
  const settings = track.getSettings() as LensSettings;
  const { min = 1, max = 1, step = 0 } = zoom ?? {};
  return {
    torch: torch === true ? settings.torch === true : null,
    zoom: max > min ? { value: settings.zoom ?? min, min, max, step } : null,
  };
}

/** Sets controls of a track. `false` when the track would not have it: some phones promise a light they do not give. */
export async function setTrackControls(track: MediaStreamTrack, wanted: LensSettings): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [wanted as MediaTrackConstraintSet] });
    return true;
  } catch {
    return false;
  }
}

/**
 * Readies a lens for close, undistorted pictures: a lens that begins wider than one goes to one, because ultra-wide
 * bends a document's edges, and the focus follows. Asks for nothing that stands right already.
 */
export async function settleTrack(track: MediaStreamTrack): Promise<void> {
  const { zoom, focusMode }: LensAbilities = track.getCapabilities?.() ?? {};
  const settings = track.getSettings() as LensSettings;
  const isWide = (zoom?.min ?? 1) < 1 && (zoom?.max ?? 0) >= 1 && (settings.zoom ?? 0) < 1;
  const canFollow = focusMode?.includes('continuous') === true && settings.focusMode !== undefined && settings.focusMode !== 'continuous';
  if (isWide || canFollow) await setTrackControls(track, { ...(isWide && { zoom: 1 }), ...(canFollow && { focusMode: 'continuous' }) });
}
