/**
 * An answer that is interrupted in its body.
 *
 * @param share How much of the body is sent before `interrupt` is awaited, 0 to 1.
 * @param interrupt When it resolves the rest is sent; when it rejects the connection breaks there.
 */
export async function breakResponse(response: Response, share: number, interrupt: () => Promise<void>): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const split = Math.floor(bytes.length * share);
  let hasBegun = split === 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!hasBegun) {
          hasBegun = true;
          controller.enqueue(bytes.subarray(0, split));
          return;
        }
        await interrupt();
        if (split < bytes.length) controller.enqueue(bytes.subarray(split));
        controller.close();
      },
    },
    // Nothing ahead of the reader, or the fault would strike before the first piece is sent.
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  // Said outright, so that a server passes each piece on as it comes.
  headers.set('transfer-encoding', 'chunked');
  return new Response(body, { status: response.status, headers });
}
