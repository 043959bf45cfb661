/** Splits a motion JPEG into its frames: each begins with FF D8 and ends with FF D9, which entropy coding never writes by itself. */
export function splitMotionJpeg(film: Buffer): readonly Buffer[] {
  const begin = Buffer.from([0xff, 0xd8]);
  const end = Buffer.from([0xff, 0xd9]);
  const frames: Buffer[] = [];
  for (let from = film.indexOf(begin); from >= 0;) {
    const to = film.indexOf(end, from + 2);
    if (to < 0) break;
    frames.push(film.subarray(from, to + 2));
    from = film.indexOf(begin, to + 2);
  }
  return frames;
}
