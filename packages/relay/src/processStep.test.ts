import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RelayOptions } from './RelayOptions.ts';
import { createBench, makeSubmission, readRefusal } from './testing/createBench.ts';
import { settle } from './testing/createFakeClock.ts';
import { picture, testBoundary, writeMultipart } from './testing/writeMultipart.ts';

const encoder = new TextEncoder();
const pieceBytes = 64 * 1024;
const head = encoder.encode(
  `--${testBoundary}\r\nContent-Disposition: form-data; name="step_id"\r\n\r\n0\r\n` +
    `--${testBoundary}\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
);
const tail = encoder.encode(`\r\n--${testBoundary}--\r\n`);

/** A browser's body of one picture, made piece by piece as it is asked for, with a count of what was taken. */
function createUpload(pieces: number, end: Uint8Array = tail) {
  const upload = { takenBytes: 0, isCancelled: false };
  let piece = -1;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        piece += 1;
        const chunk = piece === 0 ? head : piece <= pieces ? new Uint8Array(pieceBytes).fill(piece) : end;
        upload.takenBytes += chunk.byteLength;
        controller.enqueue(chunk);
        if (piece > pieces) controller.close();
      },
      cancel() {
        upload.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return Object.assign(upload, { body });
}

interface UploadCall {
  readonly body: ReadableStreamDefaultReader<Uint8Array>;
  readonly signal: AbortSignal;
}

/** A relay whose submissions arrive at `onUpload` as streams. */
async function createUploader(onUpload: (call: UploadCall) => Promise<Response>, options: Partial<RelayOptions> = {}) {
  const uploads: UploadCall[] = [];
  const bench = createBench({
    ...options,
    fetch: async (input, init) => {
      if (!String(input).endsWith('/process-journey-step')) return Response.json({ journey_id: 'journey-1' });
      if (!(init?.body instanceof ReadableStream) || !init.signal) throw new Error('The body is not a stream.');
      const call = { body: init.body.getReader(), signal: init.signal };
      uploads.push(call);
      return await onUpload(call);
    },
  });
  return { ...bench, uploads, token: await bench.start() };
}

/** Silences are measured by timers that a test moves; everything else takes the time that it takes. */
const holdTimers = () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
afterEach(() => void vi.useRealTimers());

/** Reads a body to its end. */
async function readAll({ body }: UploadCall) {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await body.read();
    if (done) return Buffer.concat(chunks);
    chunks.push(value);
  }
}

const accept = async (call: UploadCall) => {
  await readAll(call);
  return Response.json({ success: true }, { status: 202 });
};

describe('processStep', () => {
  it('passes a picture through byte by byte and answers with the status of the API', async () => {
    let got: Uint8Array = new Uint8Array();
    const { relay, token } = await createUploader(async (call) => {
      got = await readAll(call);
      return Response.json({ secret: 'body of the API' }, { status: 202 });
    });
    const image = crypto.getRandomValues(new Uint8Array(50_000));
    const response = await relay(makeSubmission(token, writeMultipart([{ name: 'step_id', value: '0' }, picture('image', image)])));
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ success: true, journey_id: 'journey-1' });
    expect(Buffer.from(got).includes(Buffer.from(image))).toBe(true);
    expect(Buffer.from(got).includes('IMG_0042')).toBe(false);
  });

  it('reads no further ahead of a slow API than two pieces, however large the picture is', async () => {
    const upload = createUpload(2_000);
    let furthestAhead = 0;
    let receivedBytes = 0;
    const { relay, token } = await createUploader(
      async ({ body }) => {
        for (;;) {
          const { done, value } = await body.read();
          if (done) return Response.json({});
          receivedBytes += value.byteLength;
          // Everything that could be read ahead gets its chance.
          if (receivedBytes % (50 * pieceBytes) < pieceBytes) await new Promise((resolve) => setTimeout(resolve, 1));
          furthestAhead = Math.max(furthestAhead, upload.takenBytes - receivedBytes);
        }
      },
      { maxBytes: 1024 * 1024 * 1024 },
    );
    expect((await relay(makeSubmission(token, upload.body))).status).toBe(200);
    expect(receivedBytes).toBeGreaterThan(2_000 * pieceBytes);
    expect(furthestAhead).toBeLessThanOrEqual(2 * pieceBytes);
  });

  it('takes nothing more from the browser while the API takes nothing', async () => {
    const upload = createUpload(100);
    const { relay, token, uploads } = await createUploader(() => new Promise(() => undefined), {
      upstreamTimeoutMs: 50,
      maxBytes: 1024 ** 3,
    });
    holdTimers();
    const answer = relay(makeSubmission(token, upload.body));
    while (uploads.length === 0) await settle();
    const takenAtFirst = upload.takenBytes;
    await settle();
    expect(upload.takenBytes).toBe(takenAtFirst);
    vi.advanceTimersByTime(50);
    expect(takenAtFirst).toBeLessThanOrEqual(head.byteLength + 2 * pieceBytes);
    expect(await readRefusal(await answer)).toEqual([504, 'upstream_timeout']);
    expect(uploads[0]?.signal.aborted).toBe(true);
  });

  it.each([
    [
      'names another journey',
      `\r\n--${testBoundary}\r\nContent-Disposition: form-data; name="journey_id"\r\n\r\nj9`,
      [403, 'other_journey'],
    ],
    ['has a field twice', `\r\n--${testBoundary}\r\nContent-Disposition: form-data; name="step_id"\r\n\r\n1`, [400, 'duplicate_field']],
    ['has an unknown field', `\r\n--${testBoundary}\r\nContent-Disposition: form-data; name="x"\r\n\r\n1`, [400, 'unknown_field']],
    ['stops half-way', '', [400, 'incomplete_body']],
  ])('breaks the upload off when, after the picture, the body %s', async (_, end, refusal) => {
    let got = '';
    const { relay, token, uploads, events } = await createUploader(async ({ body }) => {
      for (;;) {
        const { done, value } = await body.read();
        if (done) return Response.json({});
        got += Buffer.from(value).toString('latin1');
      }
    });
    const closing = end === '' ? new Uint8Array() : Buffer.concat([encoder.encode(end), tail]);
    const response = await relay(makeSubmission(token, createUpload(3, closing).body));
    expect(await readRefusal(response)).toEqual(refusal);
    expect(uploads[0]?.signal.aborted).toBe(true);
    // Without its closing boundary the API cannot have taken it for whole.
    expect(got).toContain('name="image"');
    expect(got.trimEnd()).not.toMatch(/--$/);
    expect(events.at(-2)).toMatchObject({ type: 'upstream', outcome: 'aborted', status: null });
  });

  it('does not call the API for what can be refused before the picture', async () => {
    const { relay, token, uploads } = await createUploader(accept);
    const body = writeMultipart([{ name: 'journey_id', value: 'journey-9' }, { name: 'step_id', value: '0' }, picture('image')]);
    expect(await readRefusal(await relay(makeSubmission(token, body)))).toEqual([403, 'other_journey']);
    expect(uploads).toHaveLength(0);
  });

  it('counts bytes while they pass, breaks off over the limit, and reads a bounded rest so that the browser sees why', async () => {
    const upload = createUpload(1_000);
    let receivedBytes = 0;
    const { relay, token, uploads } = await createUploader(
      async ({ body }) => {
        for (;;) {
          const { done, value } = await body.read();
          if (done) return Response.json({});
          receivedBytes += value.byteLength;
        }
      },
      { maxBytes: 10 * pieceBytes },
    );
    expect(await readRefusal(await relay(makeSubmission(token, upload.body)))).toEqual([413, 'too_large']);
    expect(uploads[0]?.signal.aborted).toBe(true);
    expect(receivedBytes).toBeLessThanOrEqual(10 * pieceBytes + 1_000);
    expect(upload.takenBytes).toBeGreaterThan(12 * pieceBytes);
    expect(upload.takenBytes).toBeLessThan(30 * pieceBytes);
  });

  it('refuses a body by its announced length before reading any of it', async () => {
    const { relay, token, uploads } = await createUploader(accept, { maxBytes: 1_000 });
    const response = await relay(makeSubmission(token, createUpload(1).body, { headers: { 'content-length': '200000' } }));
    expect(await readRefusal(response)).toEqual([413, 'too_large']);
    expect(uploads).toHaveLength(0);
  });

  it('reads an upload without a session to its end before refusing it', async () => {
    const upload = createUpload(5);
    const { relay } = await createUploader(accept);
    expect(await readRefusal(await relay(makeSubmission('a.b.c', upload.body)))).toEqual([401, 'session_invalid']);
    expect(upload.takenBytes).toBe(head.byteLength + 5 * pieceBytes + tail.byteLength);
  });

  it.each([
    [413, [413, 'too_large']],
    [401, [502, 'upstream_refused_credentials']],
    [500, [502, 'upstream_error']],
  ])('passes on an upstream %i that comes before the upload has ended', async (status, refusal) => {
    const { relay, token } = await createUploader(async ({ body }) => {
      await body.read();
      return Response.json({}, { status });
    });
    expect(await readRefusal(await relay(makeSubmission(token, createUpload(50).body)))).toEqual(refusal);
  });

  it('takes no early yes for an answer', async () => {
    const { relay, token } = await createUploader(async () => Response.json({ success: true }));
    expect(await readRefusal(await relay(makeSubmission(token, createUpload(50).body)))).toEqual([502, 'upstream_error']);
  });

  it('breaks the upload off when the browser goes away', async () => {
    const leaving = new AbortController();
    const { relay, token, uploads, events } = await createUploader(async ({ body, signal }) => {
      await body.read();
      leaving.abort();
      return await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    const response = await relay(makeSubmission(token, createUpload(50).body, { signal: leaving.signal }));
    expect(response.status).toBe(499);
    expect(uploads[0]?.signal.aborted).toBe(true);
    expect(events.at(-1)).toMatchObject({ route: 'processStep', status: 499, errorCode: 'client_gone' });
  });

  it("breaks the upload off when the browser's body fails", async () => {
    let cut: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(head);
        controller.enqueue(new Uint8Array(pieceBytes));
        cut = () => controller.error(new Error('connection reset'));
      },
    });
    const { relay, token, uploads } = await createUploader(async (call) => {
      await call.body.read();
      cut();
      return await accept(call);
    });
    expect((await relay(makeSubmission(token, body))).status).toBe(499);
    expect(uploads[0]?.signal.aborted).toBe(true);
  });

  it.each([
    ['before the picture', new Uint8Array([45, 45]), 0],
    ['in the middle of it', Buffer.concat([head, new Uint8Array(pieceBytes)]), 1],
  ])('gives up on a browser that falls silent %s', async (_, first, calls) => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(first) });
    const { relay, token, uploads } = await createUploader(accept, { upstreamTimeoutMs: 30 });
    holdTimers();
    const answer = relay(makeSubmission(token, body));
    do await settle();
    while (uploads.length < calls);
    vi.advanceTimersByTime(30);
    expect(await readRefusal(await answer)).toEqual([408, 'upload_stalled']);
    expect(uploads.map(({ signal }) => signal.aborted)).toEqual(Array.from({ length: calls }, () => true));
  });
});
