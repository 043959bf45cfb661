import { describe, expect, it } from 'vitest';
import { CameraError } from './CameraError.ts';
import { ConfigurationError } from './ConfigurationError.ts';
import { ContractError } from './ContractError.ts';
import { ImageError } from './ImageError.ts';
import { RequestError } from './RequestError.ts';
import { isStepframeError, StepframeError } from './StepframeError.ts';

describe('a Stepframe error', () => {
  it.each([
    [new CameraError('camera/denied', 'Said no.'), 'CameraError', 'camera/denied', true],
    [new ConfigurationError('Said no.'), 'ConfigurationError', 'configuration/invalid', false],
    [new ContractError('Said no.'), 'ContractError', 'contract/malformed', true],
    [new ImageError('image/empty', 'Said no.'), 'ImageError', 'image/empty', false],
    [new RequestError('request/invalid', 'Said no.'), 'RequestError', 'request/invalid', false],
    [new RequestError('request/server', 'Said no.', { retryable: true }), 'RequestError', 'request/server', true],
  ])('%# is an Error with a name, a code and a word on another try', (error, name, code, retryable) => {
    expect(error).toBeInstanceOf(StepframeError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, code, retryable, message: 'Said no.' });
    expect(String(error)).toBe(`${name}: Said no.`);
    expect('cause' in error).toBe(false);
  });

  it('keeps its cause', () => {
    const cause = new TypeError('why');
    expect(new ContractError('Said no.', { cause }).cause).toBe(cause);
  });

  it('is told by its shape, so that one of another copy of the package counts too', () => {
    const fromAnotherCopy = Object.assign(new Error('Said no.'), { code: 'request/network', retryable: true });
    expect(isStepframeError(fromAnotherCopy)).toBe(true);
    expect(isStepframeError(new RequestError('request/network', 'Said no.'))).toBe(true);
  });

  it.each([
    [new Error('plain')],
    [Object.assign(new Error('of the system'), { code: 'ECONNRESET', retryable: true })],
    [Object.assign(new Error('with a number'), { code: 7, retryable: true })],
    [Object.assign(new Error('without a word on another try'), { code: 'a/b' })],
    [{ code: 'request/network', retryable: true }],
    ['request/network'],
    [null],
    [undefined],
  ])('is not %s', (value) => {
    expect(isStepframeError(value)).toBe(false);
  });
});
