/** One part of a multipart body, as raw as a test wants it. */
export interface TestPart {
  readonly name: string;
  readonly value: string | Uint8Array;
  readonly type?: string;
  readonly filename?: string;
}

export const testBoundary = '----test-boundary-7MA4YWxk';

/** Writes a multipart body by hand, so that tests can also write what no browser would. */
export function writeMultipart(parts: readonly TestPart[], boundary: string = testBoundary): Uint8Array {
  const encoder = new TextEncoder();
  const pieces = parts.flatMap(({ name, value, type, filename }) => [
    encoder.encode(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n` +
        `${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
    ),
    typeof value === 'string' ? encoder.encode(value) : value,
    encoder.encode('\r\n'),
  ]);
  pieces.push(encoder.encode(`--${boundary}--\r\n`));
  const body = new Uint8Array(pieces.reduce((bytes, piece) => bytes + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.byteLength;
  }
  return body;
}

/** A picture part; the bytes need not be a picture, since the relay does not look inside. */
export function picture(name: 'image' | 'image2', value: string | Uint8Array = 'JPEG', type = 'image/jpeg'): TestPart {
  return { name, value, type, filename: 'IMG_0042 of a person.jpg' };
}
