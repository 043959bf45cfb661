import { Refusal } from './Refusal.ts';

/** How far past the limit a body is still read (and thrown away), as a multiple of the limit. */
const drainFactor = 8;

/**
 * Reads a request's body up to a limit in bytes.
 *
 * A body over the limit is read on without being kept: a client that is still sending would otherwise see a broken
 * connection instead of the 413.
 */
export async function readBody(request: Request, maxBodyBytes: number): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const tooLarge = new Refusal('body_too_large', `The request body is over ${maxBodyBytes} bytes. Send smaller pictures.`);
  try {
    // Firefox has no `Request.body`.
    if (!request.body) {
      const whole = new Uint8Array(await request.arrayBuffer());
      return whole.length > maxBodyBytes ? tooLarge : whole;
    }
    return (await collect(request.body, maxBodyBytes)) ?? tooLarge;
  } catch {
    return new Refusal('malformed_body', 'The request body could not be read to its end.');
  }
}

async function collect(body: ReadableStream<Uint8Array>, maxBodyBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total <= maxBodyBytes) chunks.push(value);
    else chunks.length = 0;
    if (total > maxBodyBytes * drainFactor) {
      await reader.cancel();
      break;
    }
  }
  if (total > maxBodyBytes) return null;
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
