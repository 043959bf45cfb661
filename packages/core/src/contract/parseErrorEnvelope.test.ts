import { describe, expect, it } from 'vitest';
import { parseErrorEnvelope } from './parseErrorEnvelope.ts';

describe('parseErrorEnvelope', () => {
  it('reads the documented envelope', () => {
    expect(parseErrorEnvelope({ success: false, message: 'No.', error_code: 'invalid_credentials' })).toEqual({
      message: 'No.',
      apiCode: 'invalid_credentials',
    });
  });

  it('keeps a code that no document names', () => {
    expect(parseErrorEnvelope({ error_code: 'brand_new' })).toEqual({ message: '', apiCode: 'brand_new' });
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
    [{ message: null, error_code: null }],
    [{ message: ['No.'], error_code: 7 }],
  ])('is empty for %j', (body) => {
    expect(parseErrorEnvelope(body)).toEqual({ message: '', apiCode: '' });
  });
});
