export interface DrainOptions {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/**
 * Reads and forgets the rest of a body, so that a browser gets to see why its upload was refused: browsers read the
 * answer only after they have sent everything, and a connection closed before that is a network error to them.
 *
 * It never throws.
 */
export async function drainBody(reader: ReadableStreamDefaultReader<Uint8Array>, { maxBytes, timeoutMs }: DrainOptions): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs);
  });
  try {
    for (let bytes = 0; bytes <= maxBytes;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late' || next.done) return;
      bytes += next.value.byteLength;
    }
  } catch {
    // The browser has gone: there is nobody left to tell.
  } finally {
    clearTimeout(timer);
  }
}
