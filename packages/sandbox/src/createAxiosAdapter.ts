/** The parts of an axios request that are read; axios itself is not a dependency. */
export interface AxiosRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly data?: unknown;
  readonly headers?: { readonly toJSON?: () => object } | undefined;
  readonly signal?: unknown;
  readonly onUploadProgress?:
    | ((event: { readonly loaded: number; readonly bytes: number; readonly progress: number; readonly lengthComputable: boolean }) => void)
    | undefined;
}

/** What axios takes for an answer. */
export interface AxiosAnswer<Request> {
  readonly data: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Record<string, string>;
  readonly config: Request;
  readonly request: null;
}

export interface AxiosAdapterOptions {
  /**
   * Called before a body is handed over, as the way to be slow, to stand still, or to break: what it throws is a
   * lost connection. By default a body goes at once.
   */
  readonly onUpload?: (report: (share: number) => void, signal: AbortSignal) => Promise<void>;
}

/**
 * An axios adapter that asks a handler instead of the network: with `createSandbox().handle` a page, a story or a test
 * needs no server. Pass it to `axios.create({ adapter })`.
 *
 * A request that is aborted, or whose handler throws, fails with the codes axios itself uses.
 */
export function createAxiosAdapter(
  handle: (request: Request) => Promise<Response>,
  { onUpload }: AxiosAdapterOptions = {},
): <Request extends AxiosRequest>(config: Request) => Promise<AxiosAnswer<Request>> {
  return async (config) => {
    const signal = config.signal instanceof AbortSignal ? config.signal : new AbortController().signal;
    const report = (share: number) => config.onUploadProgress?.({ loaded: share, bytes: share, progress: share, lengthComputable: true });
    const fail = (code: string, message: string) => Object.assign(new Error(message), { code, isAxiosError: true, config });
    try {
      const hasBody = config.data !== undefined && config.data !== null;
      if (hasBody && config.onUploadProgress) {
        await onUpload?.(report, signal);
        report(1);
      }
      const response = await handle(toRequest(config));
      const data = await response.text();
      if (signal.aborted) throw signal.reason;
      return {
        data,
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(response.headers),
        config,
        request: null,
      };
    } catch {
      throw signal.aborted ? fail('ERR_CANCELED', 'canceled') : fail('ERR_NETWORK', 'Network Error');
    }
  };
}

function toRequest({ method = 'get', url = '/', data, headers }: AxiosRequest): Request {
  const given = Object.entries(headers?.toJSON?.() ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const all = new Headers(given);
  // The boundary is chosen with the body, so it is the Request's to say.
  if (data instanceof FormData) all.delete('content-type');
  const base = typeof location === 'undefined' ? 'http://localhost' : location.href;
  return new Request(new URL(url, base), { method: method.toUpperCase(), headers: all, body: (data as BodyInit | null) ?? null });
}
