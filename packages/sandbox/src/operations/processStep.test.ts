import { describe, expect, it } from 'vitest';
import { createTestImage } from '../images/createTestImage.ts';
import { createCaller } from '../testing/createCaller.ts';

const base64 = async (blob: Blob) => Buffer.from(await blob.arrayBuffer()).toString('base64');
const path = '/process-journey-step';

describe('processStep', () => {
  it('takes multipart, and shows what arrived', async () => {
    const { sandbox, start, submit } = createCaller();
    const journeyId = await start();
    const front = createTestImage({ widthPx: 1000, heightPx: 700 });
    const back = createTestImage({ type: 'image/png', widthPx: 640, heightPx: 480 });
    const answer = await submit(journeyId, '0', {
      image: new File([front], 'front.png', { type: 'image/png' }),
      image2: new File([back], 'back.jpg'),
      skip_step: 'false',
      additional_data: '{"capture_method":"manual","nested":{"list":[1,null]}}',
    });
    expect(answer.status).toBe(200);
    const [submission] = sandbox.submissions();
    expect(sandbox.submissions()).toHaveLength(1);
    expect(submission).toMatchObject({
      encoding: 'multipart',
      journeyId,
      stepId: '0',
      isSkip: false,
      additionalData: { capture_method: 'manual', nested: { list: [1, null] } },
      receivedAtMs: Date.UTC(2026, 0, 1),
      result: { accepted: true, attempt: 1 },
      image: { type: 'image/jpeg', declaredType: 'image/png', widthPx: 1000, heightPx: 700, bytes: front.size, hasMetadata: false },
      image2: { type: 'image/png', widthPx: 640, heightPx: 480, bytes: back.size },
    });
    expect(await submission?.image?.blob.arrayBuffer()).toEqual(await front.arrayBuffer());
  });

  it('takes JSON with base64, and shows what arrived', async () => {
    const { sandbox, start, post } = createCaller();
    const journeyId = await start();
    const front = createTestImage({ widthPx: 1000, heightPx: 700 });
    const answer = await post(path, {
      journey_id: journeyId,
      step_id: '0',
      image: await base64(front),
      image2: await base64(createTestImage({ type: 'image/png', widthPx: 640, heightPx: 480 })),
      skip_step: 'false',
      additional_data: { channel: 'web' },
    });
    expect(answer.status).toBe(200);
    const [submission] = sandbox.submissions();
    expect(submission).toMatchObject({
      encoding: 'json',
      additionalData: { channel: 'web' },
      result: { accepted: true, attempt: 1 },
      image: { type: 'image/jpeg', declaredType: null, widthPx: 1000, heightPx: 700, bytes: front.size },
      image2: { type: 'image/png', widthPx: 640, heightPx: 480 },
    });
    expect(await submission?.image?.blob.arrayBuffer()).toEqual(await front.arrayBuffer());
  });

  it('takes a picture that still tells a place, and lets a test see it', async () => {
    const { sandbox, start, submit } = createCaller();
    const answer = await submit(await start(), '0', { image: createTestImage({ orientation: 6, hasGps: true }) });
    expect(answer.status).toBe(200);
    expect(sandbox.submissions()[0]?.image).toMatchObject({ orientation: 6, hasMetadata: true, hasGps: true });
  });

  it.each([
    ['0 bytes', new Blob([]), 422, 'image_empty', '0 bytes'],
    ['a PDF named as a JPEG', new File(['%PDF-1.7'], 'id.jpg', { type: 'image/jpeg' }), 415, 'image_type_not_accepted', 'application/pdf'],
    ['bytes of no type', new Blob(['hello'], { type: 'image/jpeg' }), 415, 'image_type_not_accepted', 'no known image type'],
    ['a cut JPEG', createTestImage().slice(0, 3000), 422, 'image_corrupt', 'cut off'],
    [
      'a small JPEG',
      createTestImage({ widthPx: 900, heightPx: 199 }),
      422,
      'image_too_small',
      '900 × 199 px; the shorter side must be at least 200 px',
    ],
    ['too many bytes', new Blob([createTestImage(), new Uint8Array(4 * 1024 * 1024)]), 413, 'image_too_large', 'at most 4194304 bytes'],
    ['too many pixels', createTestImage({ widthPx: 9000, heightPx: 6000 }), 422, 'image_too_many_pixels', 'at most 50000000 pixels'],
  ])('refuses %s on either side', async (_name, picture, status, code, words) => {
    const { sandbox, start, submit } = createCaller();
    const journeyId = await start();
    for (const [field, fields] of [
      ['image', { image: picture }],
      ['image2', { image: createTestImage(), image2: picture }],
    ] as const) {
      const answer = await submit(journeyId, '0', fields);
      expect([answer.status, answer.body['success'], answer.body['error_code']]).toEqual([status, false, code]);
      expect(answer.body['message']).toContain(`"${field}"`);
      expect(answer.body['message']).toContain(words);
      expect(sandbox.submissions().at(-1)).toMatchObject({ journeyId, result: { accepted: false, status, errorCode: code } });
    }
    expect((await submit(journeyId, '0')).status).toBe(200);
  });

  it('goes by limits of its own', async () => {
    const { start, submit } = createCaller({ limits: { minEdgePx: 1, types: ['image/png'], maxBytes: 1_000 } });
    const journeyId = await start();
    expect((await submit(journeyId, '0', { image: createTestImage({ widthPx: 9, heightPx: 9 }) })).status).toBe(415);
    expect((await submit(journeyId, '0', { image: createTestImage({ type: 'image/png' }) })).status).toBe(413);
    expect((await submit(journeyId, '0', { image: createTestImage({ type: 'image/png', widthPx: 9, heightPx: 9 }) })).status).toBe(200);
  });

  it.each([
    [{}, 422, 'missing_field', '"image"'],
    [{ image: 'text' }, 422, 'invalid_field', '"image"'],
    [{ image: createTestImage(), image2: 'text' }, 422, 'invalid_field', '"image2"'],
    [{ image: createTestImage(), img: createTestImage() }, 422, 'unknown_field', '"img"'],
    [{ image: createTestImage(), skip_step: 'yes' }, 422, 'invalid_field', '"skip_step"'],
    [{ image: createTestImage(), additional_data: '[1]' }, 422, 'invalid_field', '"additional_data"'],
    [{ image: createTestImage(), additional_data: '{' }, 422, 'invalid_field', '"additional_data"'],
    [{ image: createTestImage(), additional_data: new Blob(['{}']) }, 422, 'invalid_field', '"additional_data"'],
    [{ image: createTestImage(), journey_id: 'again' }, 422, 'invalid_field', '"journey_id"'],
  ] as const)('refuses the multipart fields %j', async (fields, status, code, words) => {
    const { start, submit } = createCaller();
    const answer = await submit(await start(), '0', fields);
    expect([answer.status, answer.body['error_code']]).toEqual([status, code]);
    expect(answer.body['message']).toContain(words);
  });

  it.each([
    [{ journey_id: '' }, 422, 'missing_field', '"journey_id"'],
    [{ step_id: undefined }, 422, 'missing_field', '"step_id"'],
    [{ step_id: 0 }, 422, 'invalid_field', '"step_id"'],
    [{ step_id: '999' }, 404, 'missing_requested_resource', '"step_id"'],
    [{ journey_id: 'nope' }, 404, 'missing_requested_resource', '"journey_id"'],
    [{ image: undefined }, 422, 'missing_field', '"image"'],
    [{ image: '' }, 422, 'image_empty', '"image"'],
    [{ image: 'data:image/jpeg;base64,/9j/' }, 422, 'invalid_field', '"image"'],
    [{ image: 'abc' }, 422, 'invalid_field', '"image"'],
    [{ image: 5 }, 422, 'invalid_field', '"image"'],
    [{ skip_step: true }, 422, 'invalid_field', '"skip_step"'],
    [{ additional_data: '{}' }, 422, 'invalid_field', '"additional_data"'],
    [{ stepId: '0' }, 422, 'unknown_field', '"stepId"'],
  ])('refuses JSON with %j', async (change, status, code, words) => {
    const { start, post } = createCaller();
    const answer = await post(path, { journey_id: await start(), step_id: '0', image: await base64(createTestImage()), ...change });
    expect([answer.status, answer.body['error_code']]).toEqual([status, code]);
    expect(answer.body['message']).toContain(words);
  });

  it.each([
    ['text/plain', 'x', 415, 'unsupported_content_type'],
    ['application/x-www-form-urlencoded', 'journey_id=1', 415, 'unsupported_content_type'],
    ['multipart/form-data', 'x', 400, 'malformed_body'],
    ['multipart/form-data; boundary=b', 'x', 400, 'malformed_body'],
    ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="journey_id"\r\n\r\ncut', 400, 'malformed_body'],
    ['application/json', '"x"', 400, 'malformed_body'],
  ])('refuses a body of %s that is %j', async (type, body, status, code) => {
    const { call, sandbox } = createCaller();
    const answer = await call('POST', path, { body, headers: { 'content-type': type } });
    expect([answer.status, answer.body['error_code']]).toEqual([status, code]);
    expect(sandbox.submissions()).toMatchObject([{ encoding: null, journeyId: null, image: null, result: { errorCode: code } }]);
  });

  it('refuses a body over the limit of the whole', async () => {
    const { start, submit } = createCaller({ limits: { maxBytes: 30 } });
    const answer = await submit(await start(), '0', { image: new Blob([new Uint8Array(1024 * 1024)]) });
    expect([answer.status, answer.body['error_code']]).toEqual([413, 'body_too_large']);
  });

  it('takes one of two submissions that come at once', async () => {
    const { start, submit } = createCaller();
    const journeyId = await start();
    const answers = await Promise.all([submit(journeyId, '0'), submit(journeyId, '0')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body['error_code']).toBe('step_in_progress');
  });

  it('keeps the newest submissions only', async () => {
    const { sandbox, start, submit } = createCaller({ keepSubmissions: 2 });
    const journeyId = await start();
    for (const stepId of ['0', '10', 'proof_of_address']) await submit(journeyId, stepId);
    expect(sandbox.submissions().map(({ stepId }) => stepId)).toEqual(['10', 'proof_of_address']);
  });

  it('forgets everything when told to', async () => {
    const { sandbox, start, submit, summary, call } = createCaller();
    const journeyId = await start();
    await submit(journeyId, '0');
    await summary(journeyId);
    sandbox.reset();
    expect([sandbox.submissions(), sandbox.summaryCalls()]).toEqual([[], []]);
    expect((await call('GET', `/summary/${journeyId}`)).status).toBe(404);
  });
});
