/** A request's body that is read no further than it is asked for. */
export interface OpenBody {
  /** Reads on until this many bytes are there or the body ends. Gives what is there. */
  readonly read: (untilBytes: number) => Promise<number>;
  readonly hasEnded: () => boolean;
  /** All that was read, in one piece. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** How many bytes a share of it is. */
  readonly toBytes: (share: number) => Promise<number>;
  /** The request with its whole body, to hand on; the very same one when nothing of it was read. */
  readonly toRequest: () => Promise<Request>;
}

/** Opens the body of a request, which must not have been read. It takes the request over with the first read. */
export function openBody(request: Request): OpenBody {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let hasEnded = request.method === 'GET' || request.method === 'HEAD';
  let next: (() => Promise<Uint8Array | undefined>) | undefined;

  const read = async (untilBytes: number) => {
    while (!hasEnded && total < untilBytes) {
      next ??= createNext(request);
      const chunk = await next();
      if (!chunk) hasEnded = true;
      else {
        chunks.push(chunk);
        total += chunk.length;
      }
    }
    return total;
  };
  const bytes = () => {
    const joined = new Uint8Array(total);
    let at = 0;
    for (const chunk of chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    return joined;
  };

  return {
    read,
    hasEnded: () => hasEnded,
    bytes,
    async toBytes(share) {
      if (share === 0) return 0;
      if (share === 1) return Infinity;
      if (request.headers.has('transfer-encoding')) return 1;
      return share * Number(request.headers.get('content-length') ?? (await read(Infinity)));
    },
    async toRequest() {
      if (!next) return request;
      await read(Infinity);
      return new Request(request.url, { method: request.method, headers: request.headers, body: bytes() });
    },
  };
}

function createNext(request: Request): () => Promise<Uint8Array | undefined> {
  // Firefox has no `Request.body`.
  if (request.body) {
    const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
    return async () => (await reader.read()).value;
  }
  let whole: Promise<Uint8Array> | null = request.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  return async () => {
    const chunk = await whole;
    whole = null;
    return chunk ?? undefined;
  };
}
