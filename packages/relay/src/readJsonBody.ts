import { readText } from './readText.ts';
import { Refusal } from './Refusal.ts';

const maxJsonBytes = 64 * 1024;

/**
 * Reads the JSON body of a browser's request; `null` when there is none.
 *
 * @throws Refusal 413 over 64 KiB, 415 when it says it is something else, 400 when it does not parse.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = await readText(request.body, maxJsonBytes);
  if (text === null)
    throw new Refusal(413, 'body_too_large', 'The body is over 64 KiB. Send only what identifies the start of the journey.');
  if (text.trim() === '') return null;
  // A form or plain text body can cross origins without a preflight; JSON cannot.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(415, 'unsupported_media_type', 'Send this body as application/json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'invalid_json', 'The body is not JSON.');
  }
}
