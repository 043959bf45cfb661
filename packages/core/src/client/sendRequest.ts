import type { AxiosInstance, AxiosProgressEvent } from 'axios';
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
 * The axios error is not kept as `cause`: it holds the headers and the body.
 */
export async function sendRequest(request: OutgoingRequest, instance?: AxiosInstance): Promise<Answer> {
  const { method, url, body, authorization, timeoutMs, signal, onProgress } = request;
  const axios = instance ?? (await loadAxios());
  if (signal?.aborted) throw aborted();
  try {
    const response = await axios.request<unknown>({
      method,
      url,
      data: body,
      headers: authorization === null ? {} : { Authorization: authorization },
      timeout: timeoutMs,
      maxBodyLength: Infinity,
      validateStatus: () => true,
      ...(signal && { signal }),
      ...(onProgress && { onUploadProgress: ({ progress }: AxiosProgressEvent) => onProgress(progress ?? 0) }),
    });
    const { status, data, headers } = response;
    if (status < 200 || status > 299) throw toRequestError({ status, body: data, retryAfter: readHeader(headers, 'retry-after') });
    return { status, body: data };
  } catch (error) {
    throw error instanceof RequestError ? error : toTransportError(error);
  }
}

function readHeader(headers: unknown, name: string): string | undefined {
  const value = (headers as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}

function aborted(): RequestError {
  return new RequestError('request/aborted', 'The request was cancelled before an answer came. It may or may not have arrived.', {
    retryable: true,
  });
}

function toTransportError(error: unknown): RequestError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ERR_CANCELED') return aborted();
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
