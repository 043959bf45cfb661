/**
 * The wish for video out of what `getUserMedia` was asked.
 *
 * @throws TypeError when nothing is asked for; DOMException `NotFoundError` when sound is, as there is no microphone.
 */
export function readVideoWish({ audio, video }: MediaStreamConstraints): MediaTrackConstraints {
  if (!audio && !video) throw new TypeError('At least one of audio and video must be requested');
  if (audio || !video) throw new DOMException('Requested device not found', 'NotFoundError');
  return video === true ? {} : video;
}
