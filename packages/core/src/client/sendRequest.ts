import type { AxiosInstance } from 'axios';
import { createAbortedError } from './createAbortedError.ts';
import { fetchPart } from './fetchPart.ts';

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: FormData | object | undefined;
  /** Value of the `Authorization` header. */
  readonly authorization: string | null;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Share of the body that has left, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Answer {
  /** Any 2xx; 304 to a request with `If-None-Match`. */
  readonly status: number;
  readonly body: unknown;
  /** Value of a header, by its name in small letters. */
  readonly header: (name: string) => string | undefined;
}

/** What it takes to send is fetched with the first request, so that the first screen does not wait for it. */
const load = (instance: AxiosInstance | undefined) =>
  Promise.all([import('./performRequest.ts'), instance ?? import('axios').then(({ default: axios }) => axios)]);

/**
 * Sends one request and gives its answer, or throws a `RequestError`. Nothing is retried here.
 *
 * @param instance An axios instance of the host's own; axios itself is not loaded then.
 */
export async function sendRequest(request: OutgoingRequest, instance?: AxiosInstance): Promise<Answer> {
  const [{ performRequest }, axios] = await fetchPart(() => load(instance));
  if (request.signal?.aborted) throw createAbortedError(false);
  return await performRequest(request, axios);
}
