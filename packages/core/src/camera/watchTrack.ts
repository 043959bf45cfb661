export interface TrackListeners {
  /** Unplugged, taken by the system, or no longer allowed. A page's own `stop()` does not tell. */
  readonly onEnded: () => void;
  /** Its source gives nothing for now, as in the background of a phone. */
  readonly onMuted: () => void;
  readonly onUnmuted: () => void;
}

/** Listens to a camera's track until the returned function is called. */
export function watchTrack(track: MediaStreamTrack, { onEnded, onMuted, onUnmuted }: TrackListeners): () => void {
  const listeners = [
    ['ended', onEnded],
    ['mute', onMuted],
    ['unmute', onUnmuted],
  ] as const;
  for (const [name, listener] of listeners) track.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of listeners) track.removeEventListener(name, listener);
  };
}
