import { isJsonObject, type JsonObject } from './isJsonObject.ts';
import { mediaType } from './mediaType.ts';
import { readBody } from './readBody.ts';
import { Refusal } from './Refusal.ts';

/** Reads a body that has to be one JSON object, of at most `maxBodyBytes` bytes. */
export async function readJson(request: Request, maxBodyBytes: number): Promise<JsonObject | Refusal> {
  if (mediaType(request) !== 'application/json') {
    return new Refusal('unsupported_content_type', 'The content type of this call must be application/json.');
  }
  const body = await readBody(request, maxBodyBytes);
  if (body instanceof Refusal) return body;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isJsonObject(value) ? value : new Refusal('malformed_body', 'The request body is JSON, but not an object.');
  } catch {
    return new Refusal('malformed_body', 'The request body is not JSON in UTF-8.');
  }
}
