import { offerLocalCall, takeLocalCall } from './faults/localCalls.ts';
import { sleepFor } from './faults/sleepFor.ts';

/** The parts of an axios request that are read; axios itself is not a dependency. */
export interface AxiosRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly data?: unknown;
  readonly headers?: { readonly toJSON?: () => object } | undefined;
  readonly signal?: unknown;
  /** Milliseconds; 0 is none. */
  readonly timeout?: number | undefined;
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
  /** Waits for the request's `timeout`. Default `setTimeout`. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * An axios adapter that asks a handler instead of the network: with `createSandbox().handle` a page, a story or a test
 * needs no server. Pass it to `axios.create({ adapter })`.
 *
 * A request that is aborted, that takes longer than its `timeout`, or whose handler rejects, fails with the codes axios itself
 * uses. A fault of the sandbox says how much of the body has left; before any other handler all of it leaves at once.
 */
export function createAxiosAdapter(
  handle: (request: Request) => Promise<Response>,
  { onUpload, sleep = sleepFor }: AxiosAdapterOptions = {},
): <Request extends AxiosRequest>(config: Request) => Promise<AxiosAnswer<Request>> {
  const exchange = async <Request extends AxiosRequest>(config: Request, signal: AbortSignal) => {
    const hasBody = config.data !== undefined && config.data !== null;
    const report = (share: number) => {
      if (hasBody && !signal.aborted) config.onUploadProgress?.({ loaded: share, bytes: share, progress: share, lengthComputable: true });
    };
    if (hasBody && config.onUploadProgress) await onUpload?.(report, signal);
    if (signal.aborted) throw signal.reason;
    const request = toRequest(config);
    offerLocalCall(request, { report, signal });
    const answering = handle(request);
    if (takeLocalCall(request)) report(1);
    const response = await answering;
    const { status, statusText } = response;
    return { data: await response.text(), status, statusText, headers: Object.fromEntries(response.headers), config, request: null };
  };

  return async (config) => {
    const fail = (code: string, message: string) => Object.assign(new Error(message), { code, isAxiosError: true, config });
    const { timeout = 0 } = config;
    const over = new AbortController();
    const caller = config.signal instanceof AbortSignal ? config.signal : undefined;
    const leave = () => over.abort();
    caller?.addEventListener('abort', leave);
    if (caller?.aborted) leave();
    let isLate = false;
    const gone = new Promise<never>((_, reject) => {
      over.signal.addEventListener('abort', () => reject(over.signal.reason));
      if (over.signal.aborted) reject(over.signal.reason);
    });
    if (timeout > 0) {
      const expire = () => {
        isLate = !over.signal.aborted;
        over.abort();
      };
      sleep(timeout, over.signal).then(expire, () => {});
    }
    try {
      return await Promise.race([exchange(config, over.signal), gone]);
    } catch {
      if (caller?.aborted) throw fail('ERR_CANCELED', 'canceled');
      throw isLate ? fail('ECONNABORTED', `timeout of ${timeout}ms exceeded`) : fail('ERR_NETWORK', 'Network Error');
    } finally {
      caller?.removeEventListener('abort', leave);
      // Ends the timer too.
      over.abort();
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
