import { describe, expect, it } from 'vitest';
import { CameraError } from '../errors/CameraError.ts';
import { toCameraError } from './toCameraError.ts';

const page = { isSecureContext: true, hasCameraApi: true, isAllowedByPolicy: undefined };
const refusal = new DOMException('Permission denied', 'NotAllowedError');

describe('toCameraError', () => {
  it.each([
    ['NotAllowedError', 'camera/denied', true],
    ['PermissionDismissedError', 'camera/dismissed', true],
    ['SecurityError', 'camera/policy-blocked', false],
    ['NotFoundError', 'camera/not-found', true],
    ['NotReadableError', 'camera/in-use', true],
    ['AbortError', 'camera/in-use', true],
    ['OverconstrainedError', 'camera/overconstrained', false],
    ['TimeoutError', 'camera/timeout', true],
    ['SomethingNewError', 'camera/in-use', true],
    ['constructor', 'camera/in-use', true],
  ])('turns %s into %s', (name, code, retryable) => {
    const cause = new DOMException('said by the browser', name);
    expect(toCameraError(cause, page)).toMatchObject({ name: 'CameraError', code, retryable, cause });
  });

  it.each([
    ['insecure page', { ...page, isSecureContext: false }, 'camera/insecure-context'],
    ['forbidding policy', { ...page, isAllowedByPolicy: false }, 'camera/policy-blocked'],
  ])('tells a refusal by an %s from one by the person', (_what, environment, code) => {
    expect(toCameraError(refusal, environment).code).toBe(code);
  });

  it.each<[PermissionState | undefined, string, string]>([
    [undefined, 'Permission denied', 'camera/denied'],
    ['denied', 'Permission denied', 'camera/denied'],
    ['prompt', 'Permission dismissed', 'camera/dismissed'],
    ['prompt', 'The request is not allowed by the user agent.', 'camera/dismissed'],
    ['prompt', 'Permission denied by system', 'camera/denied-by-system'],
    ['granted', 'The request is not allowed by the user agent.', 'camera/denied-by-system'],
  ])('with the permission %s takes “%s” for %s', (permission, message, code) => {
    expect(toCameraError(new DOMException(message, 'NotAllowedError'), page, permission).code).toBe(code);
  });

  it('asks the page’s own setting before the permission', () => {
    expect(toCameraError(refusal, { ...page, isAllowedByPolicy: false }, 'prompt').code).toBe('camera/policy-blocked');
  });

  it('knows the TypeError of a page that has no mediaDevices', () => {
    expect(toCameraError(new TypeError('undefined is not an object'), { ...page, hasCameraApi: false }).code).toBe('camera/unsupported');
  });

  it.each([[undefined], [null], ['text'], [{}]])('takes %j for a camera that does not start', (cause) => {
    expect(toCameraError(cause, page).code).toBe('camera/in-use');
  });

  it('keeps a CameraError as it is', () => {
    const error = new CameraError('camera/interrupted', 'unplugged');
    expect(toCameraError(error, page)).toBe(error);
  });

  it('says in every message what to do', () => {
    for (const name of ['NotAllowedError', 'NotFoundError', 'NotReadableError', 'OverconstrainedError', 'SecurityError', 'TimeoutError']) {
      expect(toCameraError(new DOMException('', name), page).message.split('. ').length).toBeGreaterThanOrEqual(2);
    }
  });
});
