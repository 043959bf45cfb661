import { Refusal } from './Refusal.ts';

/**
 * The boundary of a multipart content type. Source of its characters and length: RFC 2046, 5.1.1.
 *
 * @throws Refusal 415 for any other content type, 400 for a boundary that is none.
 */
export function readBoundary(contentType: string): string {
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType)) {
    throw new Refusal(
      415,
      'unsupported_media_type',
      'Send the submission as multipart/form-data, pictures as file parts. JSON with base64 is not taken here.',
    );
  }
  const match = /;\s*boundary=(?:"([^"]*)"|([^\s;"]*))\s*(?:;|$)/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2] ?? '';
  if (/^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/.test(boundary)) return boundary;
  throw new Refusal(400, 'invalid_multipart', 'The content type has no usable boundary.');
}
