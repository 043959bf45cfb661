export interface PictureWatch {
  /** Looks for a frame now, for instance after the track was unmuted. */
  readonly look: () => void;
  readonly stop: () => void;
}

export interface PictureListeners {
  /** A frame is painted: the first after `playing`, then about one a second, and whenever its size changes. */
  readonly onPainted: () => void;
  /** The video plays, can be seen, and no new frame came for `frozenMs`; again each time that goes by. */
  readonly onFrozen: () => void;
  /** Time has jumped: the device slept. */
  readonly onWoken: () => void;
}

const looks = 3;

/**
 * Watches whether a video that shows a camera shows new frames. Looks a few times in `frozenMs`, not at each frame.
 *
 * A video nobody can see (hidden page, `display: none`, a browser that paints nothing) and one that is paused tell nothing.
 */
export function watchPicture(video: HTMLVideoElement, listeners: PictureListeners, frozenMs: number): PictureWatch {
  const { onPainted, onFrozen, onWoken } = listeners;
  const everyMs = frozenMs / looks;
  // The element may be shown again while it plays: then there is no second `playing`.
  let isPlaying = !video.paused && video.readyState > video.HAVE_CURRENT_DATA && video.currentTime > 0;
  let hasNewFrame = false;
  let hasRendered = true;
  let stillLooks = 0;
  let progress = readProgress(video);
  let callback: number | undefined;
  let lookedAt = Date.now();

  const hasCallback = typeof video.requestVideoFrameCallback === 'function';
  const isSeen = () => video.ownerDocument.visibilityState !== 'hidden' && video.checkVisibility?.() !== false;
  const onFrame = () => {
    callback = undefined;
    hasNewFrame = true;
    onPainted();
  };
  const look = () => {
    if (!isPlaying || video.videoWidth === 0) return;
    // What is not painted calls nothing back: the playing video must do.
    if (!hasCallback || !isSeen()) onFrame();
    else callback ??= video.requestVideoFrameCallback(onFrame);
  };
  const onPlaying = () => {
    isPlaying = true;
    look();
  };
  const onResize = () => isPlaying && onPainted();

  const timer = setInterval(() => {
    const now = Date.now();
    if (now - lookedAt > 5_000 + everyMs * looks) onWoken();
    lookedAt = now;
    const isTelling = isPlaying && !video.paused && hasRendered && isSeen();
    const before = progress;
    progress = readProgress(video);
    const hasMoved = hasCallback ? hasNewFrame : progress !== before;
    stillLooks = isTelling && !hasMoved ? stillLooks + 1 : 0;
    hasNewFrame = false;
    hasRendered = false;
    requestAnimationFrame(() => {
      hasRendered = true;
    });
    if (stillLooks < looks) {
      if (hasCallback || hasMoved) look();
    } else {
      stillLooks = 0;
      onFrozen();
    }
  }, everyMs);
  video.addEventListener('playing', onPlaying);
  video.addEventListener('resize', onResize);
  look();
  return {
    look,
    stop: () => {
      clearInterval(timer);
      if (callback !== undefined) video.cancelVideoFrameCallback(callback);
      video.removeEventListener('playing', onPlaying);
      video.removeEventListener('resize', onResize);
    },
  };
}

/** Frames so far where the browser counts them: the time of a live stream may run on without any (seen in Chromium 156). */
function readProgress(video: HTMLVideoElement): number {
  return video.getVideoPlaybackQuality?.().totalVideoFrames || video.currentTime;
}
