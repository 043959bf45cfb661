import { describe, expect, it } from 'vitest';
import { parseErrorEnvelope } from './parseErrorEnvelope.ts';

describe('parseErrorEnvelope', () => {
  it('reads the documented envelope', () => {
    expect(parseErrorEnvelope({ success: false, message: 'No.', error_code: 'invalid_credentials' })).toEqual({
      message: 'No.',
      apiCode: 'invalid_credentials',
      arrived: null,
    });
  });

  it('keeps a code that no document names', () => {
    expect(parseErrorEnvelope({ error_code: 'brand_new' })).toEqual({ message: '', apiCode: 'brand_new', arrived: null });
  });

  it.each([true, false])("keeps a relay's word that the submission has arrived: %s", (arrived) => {
    expect(parseErrorEnvelope({ arrived }).arrived).toBe(arrived);
  });

  it.each([
    [null],
    [undefined],
    [''],
    ['<html>'],
    [7],
    [true],
    [[]],
    [{}],
    [{ message: null, error_code: null, arrived: null }],
    [{ arrived: 'true' }],
    [{ message: ['No.'], error_code: 7 }],
  ])('is empty for %j', (body) => {
    expect(parseErrorEnvelope(body)).toEqual({ message: '', apiCode: '', arrived: null });
  });
});
