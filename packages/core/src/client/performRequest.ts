import type { AxiosInstance, AxiosResponse } from 'axios';
import { RequestError } from '../errors/RequestError.ts';
import { createAbortedError } from './createAbortedError.ts';
import { createUploadWatch, type UploadWatch } from './createUploadWatch.ts';
import type { Answer, OutgoingRequest } from './sendRequest.ts';
import { toRequestError } from './toRequestError.ts';

/**
 * Sends one request and gives its answer, or throws a `RequestError`. Nothing is retried here.
 *
 * JSON is read by axios where it can be; any other body stays text, since an error may come from any proxy on the way.
 * Redirects count as refusals: pictures and keys go only where they were addressed.
 * The axios error is not kept as `cause`: it holds the headers and the body.
 */
export async function performRequest(request: OutgoingRequest, axios: AxiosInstance): Promise<Answer> {
  const { method, url, body, authorization, timeoutMs, signal, onProgress } = request;
  const report = onProgress && createProgressReport(onProgress);
  const upload = createUploadWatch(report);
  try {
    const response = await axios.request<unknown>({
      method,
      url,
      data: body,
      headers: {
        ...request.headers,
        ...(authorization !== null && { Authorization: authorization }),
        // Said outright, because an instance whose default is JSON would turn the form, and its pictures with it, into JSON.
        ...(body && { 'Content-Type': body instanceof FormData ? 'multipart/form-data' : 'application/json' }),
      },
      timeout: timeoutMs,
      maxRedirects: 0,
      maxBodyLength: Infinity,
      validateStatus: () => true,
      ...(signal && { signal }),
      // Listening to a JSON upload too would cost other origins a preflight, for bodies too small to break in the middle.
      ...((report || body instanceof FormData) && { onUploadProgress: upload.onUploadProgress }),
    });
    const { data, headers } = response;
    // The browser hides the redirect's own status.
    const status = hasMoved(response) ? 302 : response.status;
    const isUnchanged = status === 304 && request.headers?.['If-None-Match'] !== undefined;
    if (!isUnchanged && (status < 200 || status > 299)) {
      throw toRequestError({ status, body: data, retryAfter: readHeader(headers, 'retry-after') });
    }
    report?.(1);
    return { status, body: data, header: (name) => readHeader(headers, name) };
  } catch (error) {
    throw error instanceof RequestError ? error : toTransportError(error, upload);
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

function toTransportError(error: unknown, upload: UploadWatch): RequestError {
  const { code, request } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly request?: unknown;
  };
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
      mayHaveArrived: upload.mayBeWhole(request),
    },
  );
}
