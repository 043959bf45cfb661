import { RequestError } from '../errors/RequestError.ts';

/**
 * Fetches a part of the page that was not needed before.
 *
 * @throws RequestError `request/network` with `mayHaveArrived: false`, since nothing was sent
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    throw new RequestError(
      'request/network',
      'A part of the page could not be fetched, so nothing was sent. Check the network and try again.',
      {
        retryable: true,
        mayHaveArrived: false,
      },
    );
  }
}
