import { describe, expect, it } from 'vitest';
import { createStepRewriter, type StepRewriterOptions } from './createStepRewriter.ts';
import { picture, testBoundary, type TestPart, writeMultipart } from './testing/writeMultipart.ts';

const good: TestPart[] = [{ name: 'journey_id', value: 'j1' }, { name: 'step_id', value: '0' }, picture('image')];

/** Sends bytes through in pieces and gives what comes out, with the boundary replaced by `B`. */
function rewrite(body: Uint8Array, pieceBytes = body.byteLength, options: Partial<StepRewriterOptions> = {}): string {
  const rewriter = createStepRewriter({ boundary: testBoundary, journeyId: 'j1', skipField: 'skip_step', maxBytes: 1_000, ...options });
  const out: Uint8Array[] = [];
  for (let at = 0; at < body.byteLength; at += pieceBytes) out.push(...rewriter.write(body.subarray(at, at + pieceBytes)));
  out.push(...rewriter.end());
  const boundary = rewriter.contentType.split('boundary=')[1] ?? '';
  return Buffer.concat(out).toString('latin1').replaceAll(boundary, 'B');
}

/** `[status, errorCode]` of the refusal of these parts. */
function refusalOf(parts: TestPart[], options: Partial<StepRewriterOptions> = {}): unknown {
  try {
    rewrite(writeMultipart(parts), undefined, options);
    return 'accepted';
  } catch (error) {
    const { status, errorCode } = error as { status: number; errorCode: string };
    return [status, errorCode];
  }
}

const expected =
  '--B\r\ncontent-disposition: form-data; name="journey_id"\r\n\r\nj1\r\n' +
  '--B\r\ncontent-disposition: form-data; name="step_id"\r\n\r\n0\r\n' +
  '--B\r\ncontent-disposition: form-data; name="image"; filename="image.jpg"\r\ncontent-type: image/jpeg\r\n\r\nJPEG\r\n' +
  '--B--\r\n';

describe('createStepRewriter', () => {
  it('writes a fresh body with its own part heads and a neutral file name', () => {
    expect(rewrite(writeMultipart(good))).toBe(expected);
  });

  it('writes the same whatever pieces the body comes in', () => {
    const body = writeMultipart(good);
    for (let pieceBytes = 1; pieceBytes < body.byteLength; pieceBytes += 1) {
      expect(rewrite(body, pieceBytes), `pieces of ${pieceBytes}`).toBe(expected);
    }
  });

  it('writes the same wherever the body is cut in two', () => {
    const body = writeMultipart(good);
    for (let cut = 1; cut < body.byteLength; cut += 1) {
      const rewriter = createStepRewriter({ boundary: testBoundary, journeyId: 'j1', skipField: 'skip_step', maxBytes: 1_000 });
      const out = [...rewriter.write(body.subarray(0, cut)), ...rewriter.write(body.subarray(cut)), ...rewriter.end()];
      const boundary = rewriter.contentType.split('boundary=')[1] ?? '';
      expect(Buffer.concat(out).toString('latin1').replaceAll(boundary, 'B'), `cut at ${cut}`).toBe(expected);
    }
  });

  it.each([
    ['dashes', '--------'],
    ['line ends', '\r\n\r\n--\r\n-'],
    ['most of the boundary', `\r\n--${testBoundary.slice(0, -1)}`],
    ['every byte', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ])('keeps the bytes of a picture with %s in it', (_, value) => {
    const body = writeMultipart([{ name: 'step_id', value: '0' }, picture('image', value)]);
    const bytes = typeof value === 'string' ? value : Buffer.from(value).toString('latin1');
    for (const pieceBytes of [1, 2, 3, 7, 64, body.byteLength]) {
      expect(rewrite(body, pieceBytes)).toContain(`image/jpeg\r\n\r\n${bytes}\r\n--B--`);
    }
  });

  it('takes text fields that follow the pictures', () => {
    const out = rewrite(
      writeMultipart([
        picture('image'),
        picture('image2', 'PNG', 'image/png'),
        { name: 'additional_data', value: '{"a":"é"}' },
        { name: 'step_id', value: '0' },
      ]),
    );
    expect(out.indexOf('name="journey_id"')).toBeLessThan(out.indexOf('name="image"'));
    expect(out).toContain('name="image2"; filename="image2.png"\r\ncontent-type: image/png\r\n\r\nPNG');
    expect(Buffer.from(out, 'latin1').toString()).toContain('name="additional_data"\r\n\r\n{"a":"é"}\r\n');
  });

  it.each(['skip_step', 'skip'])('writes the skip field %s under the name the API knows', (name) => {
    const out = rewrite(
      writeMultipart([
        { name: 'step_id', value: '0' },
        { name, value: 'True' },
      ]),
      undefined,
      { skipField: 'skip' },
    );
    expect(out).toContain('name="skip"\r\n\r\ntrue\r\n');
    expect(out).not.toContain('skip_step');
  });

  it('ignores a preamble and an epilogue', () => {
    const body = Buffer.concat([Buffer.from('preamble\r\n'), writeMultipart(good), Buffer.from('epilogue: not a part\r\n\r\n')]);
    for (const pieceBytes of [1, 5, body.byteLength]) expect(rewrite(body, pieceBytes)).toBe(expected);
  });

  it.each<[string, TestPart[], unknown]>([
    ['another journey', [{ name: 'journey_id', value: 'j2' }, ...good.slice(1)], [403, 'other_journey']],
    ['another journey after the picture', [...good.slice(1), { name: 'journey_id', value: 'j2' }], [403, 'other_journey']],
    ['the journey twice', [...good, { name: 'journey_id', value: 'j1' }], [400, 'duplicate_field']],
    ['a picture twice', [...good, picture('image')], [400, 'duplicate_field']],
    ['a field it does not know', [...good, { name: 'flow_id', value: 'f' }], [400, 'unknown_field']],
    ['a field without a name', [...good, { name: '', value: 'f' }], [400, 'unknown_field']],
    ['no step', [picture('image')], [400, 'missing_step_id']],
    ['an empty step', [{ name: 'step_id', value: '' }, picture('image')], [400, 'invalid_step_id']],
    ['a step with a line end', [{ name: 'step_id', value: '0\r\nx' }, picture('image')], [400, 'invalid_step_id']],
    ['a step of 257 characters', [{ name: 'step_id', value: '0'.repeat(257) }, picture('image')], [400, 'invalid_step_id']],
    ['a step as a file', [{ name: 'step_id', value: '0', filename: 'x.txt' }, picture('image')], [400, 'unexpected_file']],
    ['neither picture nor skip', [{ name: 'step_id', value: '0' }], [400, 'missing_image']],
    ['only the other side', [{ name: 'step_id', value: '0' }, picture('image2')], [400, 'missing_image']],
    [
      'skip false without a picture',
      [
        { name: 'step_id', value: '0' },
        { name: 'skip_step', value: 'false' },
      ],
      [400, 'missing_image'],
    ],
    [
      'a skip that is no flag',
      [
        { name: 'step_id', value: '0' },
        { name: 'skip_step', value: '1' },
      ],
      [400, 'invalid_skip'],
    ],
    ['a PDF', [{ name: 'step_id', value: '0' }, picture('image', 'PDF', 'application/pdf')], [415, 'unsupported_image_type']],
    [
      'a picture as text',
      [
        { name: 'step_id', value: '0' },
        { name: 'image', value: 'aGk=' },
      ],
      [415, 'unsupported_image_type'],
    ],
    [
      'a type that is a word of the language',
      [{ name: 'step_id', value: '0' }, picture('image', 'x', 'constructor/x')],
      [415, 'unsupported_image_type'],
    ],
    ['a text field over 64 KiB', [{ name: 'additional_data', value: 'x'.repeat(64 * 1024 + 1) }, ...good], [413, 'field_too_large']],
    ['one picture over the limit', [...good.slice(0, 2), picture('image', 'x'.repeat(1_001))], [413, 'too_large']],
    [
      'two pictures over the limit together',
      [...good.slice(0, 2), picture('image', 'x'.repeat(600)), picture('image2', 'x'.repeat(401))],
      [413, 'too_large'],
    ],
    [
      'two pictures just within it',
      [...good.slice(0, 2), picture('image', 'x'.repeat(600)), picture('image2', 'x'.repeat(400))],
      'accepted',
    ],
  ])('answers %s properly', (_, parts, outcome) => {
    expect(refusalOf(parts)).toEqual(outcome);
  });

  it("takes the skip field under its own or the API's name, and not under both", () => {
    const parts = [...good, { name: 'skip_step', value: 'true' }, { name: 'skip', value: 'true' }];
    expect(refusalOf(parts, { skipField: 'skip' })).toEqual([400, 'duplicate_field']);
    expect(refusalOf(parts)).toEqual([400, 'unknown_field']);
  });

  it('refuses more bytes than a submission can need, wherever they are', () => {
    const body = Buffer.concat([Buffer.alloc(200 * 1024, 'x'), writeMultipart(good)]);
    expect(() => rewrite(body, 16 * 1024)).toThrow(expect.objectContaining({ status: 413, errorCode: 'too_large' }));
  });

  it('refuses a body that stops anywhere before its end, and never closes it', () => {
    const body = writeMultipart(good);
    for (let length = 0; length < body.byteLength - 4; length += 1) {
      const rewriter = createStepRewriter({ boundary: testBoundary, journeyId: 'j1', skipField: 'skip_step', maxBytes: 1_000 });
      const out = rewriter.write(body.subarray(0, length));
      expect(Buffer.concat(out).toString('latin1')).not.toContain('--\r\n\r\n');
      expect(() => rewriter.end(), `${length} bytes`).toThrow(expect.objectContaining({ status: 400 }));
    }
  });

  it.each([
    ['a part head that is none', `--${testBoundary}\r\n\x01bad\r\n\r\nx\r\n--${testBoundary}--\r\n`],
    [
      'a file name that does not decode',
      `--${testBoundary}\r\nContent-Disposition: form-data; name="image"; filename*=utf-8''%E0%A4%A\r\n\r\nx\r\n--${testBoundary}--\r\n`,
    ],
    ['an attachment', `--${testBoundary}\r\nContent-Disposition: attachment; name="step_id"\r\n\r\n0\r\n--${testBoundary}--\r\n`],
    ['text that is no multipart', 'hello'],
  ])('refuses %s', (_, text) => {
    expect(() => rewrite(new TextEncoder().encode(text))).toThrow(expect.objectContaining({ status: 400 }));
  });
});
