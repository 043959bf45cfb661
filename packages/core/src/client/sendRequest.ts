import type { AxiosInstance, AxiosProgressEvent, AxiosResponse } from 'axios';
import { RequestError } from '../errors/RequestError.ts';
import { toRequestError } from './toRequestError.ts';

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: FormData | object | undefined;
  /** Value of the `Authorization` header. */
  readonly authorization: string | null;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Share of the body that has left, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Loads axios only when the first request leaves, so that the first screen does not wait for it. */
async function loadAxios(): Promise<AxiosInstance> {
  const { default: axios } = await import('axios');
  return axios;
}

/**
 * Sends one request and gives its answer, or throws a `RequestError`. Nothing is retried here.
 *
 * JSON is read by axios where it can be; any other body stays text, since an error may come from any proxy on the way.
 * Redirects count as refusals: pictures and keys go only where they were addressed.
 * The axios error is not kept as `cause`: it holds the headers and the body.
 */
export async function sendRequest(request: OutgoingRequest, instance?: AxiosInstance): Promise<Answer> {
  const { method, url, body, authorization, timeoutMs, signal, onProgress } = request;
  const axios = instance ?? (await loadAxios());
  if (signal?.aborted) throw createAbortedError();
  const report = onProgress && createProgressReport(onProgress);
  try {
    const response = await axios.request<unknown>({
      method,
      url,
      data: body,
      headers: {
        ...(authorization !== null && { Authorization: authorization }),
        // Said outright, because an instance whose default is JSON would turn the form, and its pictures with it, into JSON.
        ...(body && { 'Content-Type': body instanceof FormData ? 'multipart/form-data' : 'application/json' }),
      },
      timeout: timeoutMs,
      maxRedirects: 0,
      maxBodyLength: Infinity,
      validateStatus: () => true,
      ...(signal && { signal }),
      ...(report && { onUploadProgress: ({ progress }: AxiosProgressEvent) => report(progress ?? 0) }),
    });
    const { data, headers } = response;
    // The browser hides the redirect's own status.
    const status = hasMoved(response) ? 302 : response.status;
    if (status < 200 || status > 299) throw toRequestError({ status, body: data, retryAfter: readHeader(headers, 'retry-after') });
    report?.(1);
    return { status, body: data };
  } catch (error) {
    throw error instanceof RequestError ? error : toTransportError(error);
  }
}

function readHeader(headers: unknown, name: string): string | undefined {
  const value = (headers as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a browser, which cannot be told not to, followed a redirect to another page, such as a login. */
function hasMoved({ config, request }: AxiosResponse<unknown>): boolean {
  const landed: unknown = typeof request === 'object' && request !== null ? request.responseURL : undefined;
  if (typeof landed !== 'string' || landed === '' || !config.url) return false;
  // The last segment is enough: a change of scheme or of host keeps it, and so does a slash at the end.
  return lastSegment(landed) !== lastSegment(config.url);
}

function lastSegment(address: string): string | undefined {
  return address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1);
}

/** Passes on what grows: axios may report late, and in steps that leave out the end. */
function createProgressReport(onProgress: (share: number) => void): (share: number) => void {
  let reported = -1;
  return (share) => {
    if (share <= reported) return;
    reported = share;
    onProgress(share);
  };
}

/** What a call ends with when its signal fires. */
export function createAbortedError(): RequestError {
  return new RequestError('request/aborted', 'The request was cancelled before an answer came. It may or may not have arrived.', {
    retryable: true,
  });
}

function toTransportError(error: unknown): RequestError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ERR_CANCELED') return createAbortedError();
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    return new RequestError(
      'request/timeout',
      'No answer came in time. The request may or may not have arrived; read the summary before sending again.',
      {
        retryable: true,
      },
    );
  }
  return new RequestError(
    'request/network',
    'The connection failed before an answer came. Check the network, then read the summary or try again.',
    {
      retryable: true,
    },
  );
}
