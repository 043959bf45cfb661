import { mediaType } from './mediaType.ts';
import { readBody } from './readBody.ts';
import { readJson } from './readJson.ts';
import { Refusal } from './Refusal.ts';

/** The two ways Process Journey Step takes its fields. Source: reference/process-journey-step. */
export type PartsEncoding = 'multipart' | 'json';

/** The fields of a body by name: strings and files from multipart, any JSON value from JSON. */
export interface Parts {
  readonly encoding: PartsEncoding;
  readonly fields: ReadonlyMap<string, unknown>;
}

/** Reads a body as fields, by the platform's own multipart and JSON parsers. */
export async function readParts(request: Request, maxBodyBytes: number): Promise<Parts | Refusal> {
  const type = mediaType(request);
  if (type === 'application/json') {
    const body = await readJson(request, maxBodyBytes);
    return body instanceof Refusal ? body : { encoding: 'json', fields: new Map(Object.entries(body)) };
  }
  if (type !== 'multipart/form-data') {
    return new Refusal('unsupported_content_type', 'The content type must be multipart/form-data or application/json.');
  }
  const body = await readBody(request, maxBodyBytes);
  if (body instanceof Refusal) return body;
  return readMultipart(body, request.headers.get('content-type') ?? '');
}

async function readMultipart(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Parts | Refusal> {
  const fields = new Map<string, unknown>();
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    for (const [name, value] of form.entries()) {
      if (fields.has(name)) return new Refusal('invalid_field', `"${name.slice(0, 60)}" was sent more than once.`);
      fields.set(name, value);
    }
  } catch {
    return new Refusal(
      'malformed_body',
      'The request body is not well-formed multipart/form-data. Let the platform set the content type, so that its boundary fits the body.',
    );
  }
  return { encoding: 'multipart', fields };
}
