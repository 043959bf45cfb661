/**
 * Calls back for each new frame that a video shows, from its second one on: a camera's first may be black.
 *
 * It goes by `requestVideoFrameCallback`, and by animation frames and the video's time where that is missing (Firefox before 132).
 * Neither comes while the page is hidden or the video stands still.
 *
 * @returns stops it.
 */
export function onEachFrame(video: HTMLVideoElement, call: (nowMs: number) => void): () => void {
  let handle: number;
  // Asked before the call, so that what the call throws does not end it and what it stops stays stopped.
  if ('requestVideoFrameCallback' in video) {
    const next = (nowMs: number, { presentedFrames }: VideoFrameCallbackMetadata) => {
      handle = video.requestVideoFrameCallback(next);
      if (presentedFrames > 1) call(nowMs);
    };
    handle = video.requestVideoFrameCallback(next);
    return () => video.cancelVideoFrameCallback(handle);
  }
  const element: HTMLVideoElement = video;
  let lastTime: number | undefined;
  const next = (nowMs: number) => {
    handle = requestAnimationFrame(next);
    const { currentTime } = element;
    if (lastTime !== undefined && currentTime !== lastTime) call(nowMs);
    lastTime = currentTime;
  };
  handle = requestAnimationFrame(next);
  return () => cancelAnimationFrame(handle);
}
