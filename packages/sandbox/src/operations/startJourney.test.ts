import { describe, expect, it } from 'vitest';
import { scenarios } from '../scenarios/scenarios.ts';
import { createCaller } from '../testing/createCaller.ts';

const good = { flow_id: 'approved', reference_no: 'applicant-ref-001' };

describe('startJourney', () => {
  it('answers as documented, with an id of its own for each journey', async () => {
    const { post } = createCaller();
    const first = await post('/start-journey', good);
    const second = await post('/start-journey', good);
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      journey_id: expect.stringMatching(/^[0-9a-f]{24}$/),
      reference_no: 'applicant-ref-001',
      is_completed: false,
      step_summaries: [],
    });
    expect(second.body['journey_id']).not.toBe(first.body['journey_id']);
  });

  it.each(Object.keys(scenarios))('has a flow for the scenario %s', async (flowId) => {
    expect((await createCaller().post('/start-journey', { ...good, flow_id: flowId })).status).toBe(200);
  });

  it.each([
    [{ ...good, applicant_details: { full_name: 'A Name', birth_date: '1990-02-28', sex: 'female' } }],
    [{ ...good, applicant_details: { full_name: 'A Name' } }],
    [{ ...good, reference_no: 'a-Z_0/9\\,.+@' }],
  ])('takes %j', async (body) => {
    expect((await createCaller().post('/start-journey', body)).status).toBe(200);
  });

  it.each([
    [{ reference_no: 'r' }, 422, 'missing_field', '"flow_id"'],
    [{ ...good, flow_id: 7 }, 422, 'invalid_field', '"flow_id"'],
    [{ ...good, flow_id: 'nope' }, 404, 'missing_requested_resource', '"flow_id"'],
    [{ ...good, flow_id: 'constructor' }, 404, 'missing_requested_resource', '"flow_id"'],
    [{ flow_id: 'approved' }, 422, 'missing_field', '"reference_no"'],
    [{ ...good, reference_no: 'with space' }, 422, 'invalid_field', '"reference_no"'],
    [{ ...good, reference_no: 'ünïcode' }, 422, 'invalid_field', '"reference_no"'],
    [{ ...good, reference_no: 12 }, 422, 'invalid_field', '"reference_no"'],
    [{ ...good, flowId: 'approved' }, 422, 'unknown_field', '"flowId"'],
    [{ ...good, applicant_details: [] }, 422, 'invalid_field', '"applicant_details"'],
    [{ ...good, applicant_details: {} }, 422, 'missing_field', '"applicant_details.full_name"'],
    [{ ...good, applicant_details: { full_name: 1 } }, 422, 'invalid_field', '"applicant_details.full_name"'],
    [{ ...good, applicant_details: { full_name: 'A', birth_date: '28.02.1990' } }, 422, 'invalid_field', '"applicant_details.birth_date"'],
    [{ ...good, applicant_details: { full_name: 'A', birth_date: '1990-02-30' } }, 422, 'invalid_field', '"applicant_details.birth_date"'],
    [{ ...good, applicant_details: { full_name: 'A', sex: 'F' } }, 422, 'invalid_field', '"applicant_details.sex"'],
    [{ ...good, applicant_details: { full_name: 'A', email: 'x' } }, 422, 'unknown_field', '"email"'],
    [[good], 400, 'malformed_body', 'object'],
  ])('refuses %j', async (body, status, code, words) => {
    const answer = await createCaller().post('/start-journey', body);
    expect([answer.status, answer.body['success'], answer.body['error_code']]).toEqual([status, false, code]);
    expect(answer.body['message']).toContain(words);
  });

  it.each([
    ['text/plain', JSON.stringify(good), 415, 'unsupported_content_type'],
    ['application/json', '{"flow_id":', 400, 'malformed_body'],
    ['application/json; charset=utf-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'malformed_body'],
    ['application/json', '', 400, 'malformed_body'],
  ])('refuses a body of %s that is %j', async (type, body, status, code) => {
    const answer = await createCaller().call('POST', '/start-journey', { body, headers: { 'content-type': type } });
    expect([answer.status, answer.body['error_code']]).toEqual([status, code]);
  });
});
