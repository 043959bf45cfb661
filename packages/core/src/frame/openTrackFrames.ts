/** Of Chromium, on the page; others have it in workers only, or not at all. Source: https://w3c.github.io/mediacapture-transform/ */
type TrackProcessor = new (init: { track: MediaStreamTrack; maxBufferSize: number }) => { readonly readable: ReadableStream<VideoFrame> };

/** The track that a video shows, when it shows one that is live. */
export function readTrack({ srcObject }: HTMLVideoElement): MediaStreamTrack | undefined {
  const [track, other] = srcObject && 'getVideoTracks' in srcObject ? srcObject.getVideoTracks() : [];
  return !other && track?.readyState === 'live' ? track : undefined;
}

/**
 * Opens a track's frames so that a worker can read them: given there, they never touch the main thread. Two are kept at most, and the older
 * one is dropped. The track stays whose it is, and the frames end with it.
 *
 * Safari can do this only in a worker and with a copy of the track, which would keep the camera on, and its frames are not turned as
 * the video shows them (Vanilagy/mediabunny#43); there is `undefined` for it, as for Firefox.
 *
 * @param scope where to look for `MediaStreamTrackProcessor`; `globalThis` by default.
 */
export function openTrackFrames(track: MediaStreamTrack, scope: object = globalThis): ReadableStream<VideoFrame> | undefined {
  if (!('MediaStreamTrackProcessor' in scope)) return undefined;
  try {
    return new (scope.MediaStreamTrackProcessor as TrackProcessor)({ track, maxBufferSize: 1 }).readable;
  } catch {
    return undefined;
  }
}
