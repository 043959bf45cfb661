/**
 * An answer whose streamed body never fails: where it would, `onBroken` is called and the body ends. For servers that log a
 * body's failure, or answer it.
 */
export function guardBody(response: Response, onBroken: () => void): Response {
  if (!response.body || !response.headers.has('transfer-encoding')) return response;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch {
          onBroken();
          controller.close();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
