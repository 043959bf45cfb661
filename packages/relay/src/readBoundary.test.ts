import { describe, expect, it } from 'vitest';
import { readBoundary } from './readBoundary.ts';

describe('readBoundary', () => {
  it.each([
    ['multipart/form-data; boundary=----WebKitFormBoundaryAbC123', '----WebKitFormBoundaryAbC123'],
    ['Multipart/Form-Data;BOUNDARY="a b:c"', 'a b:c'],
    ['multipart/form-data; charset=utf-8; boundary=x; other=y', 'x'],
  ])('reads %s', (contentType, boundary) => {
    expect(readBoundary(contentType)).toBe(boundary);
  });

  it.each([
    ['', 415],
    ['application/json', 415],
    ['multipart/mixed; boundary=x', 415],
    ['multipart/form-data-x; boundary=x', 415],
    ['multipart/form-data', 400],
    ['multipart/form-data; boundary=', 400],
    ['multipart/form-data; boundary=""', 400],
    [`multipart/form-data; boundary=${'x'.repeat(71)}`, 400],
    ['multipart/form-data; boundary="x "', 400],
    ['multipart/form-data; boundary=é', 400],
  ])('refuses %j with %i', (contentType, status) => {
    expect(() => readBoundary(contentType)).toThrow(expect.objectContaining({ status }));
  });
});
