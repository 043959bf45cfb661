import { describe, expect, it } from 'vitest';
import { encodeExif } from './encodeExif.ts';
import { encodeFlatJpeg } from './encodeFlatJpeg.ts';
import { encodeFlatPng } from './encodeFlatPng.ts';
import { inspectImage } from './inspectImage.ts';

const exif = (orientation: number, hasGps: boolean) => encodeExif({ orientation, hasGps });
const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

const insertAfter = (bytes: Uint8Array, at: number, extra: Uint8Array) => {
  const out = new Uint8Array(bytes.length + extra.length);
  out.set(bytes.subarray(0, at));
  out.set(extra, at);
  out.set(bytes.subarray(at), at + extra.length);
  return out;
};

const jpegSegment = (marker: number, body: string) =>
  ascii(`\xff${String.fromCharCode(marker)}\0${String.fromCharCode(body.length + 2)}${body}`);

describe('inspectImage', () => {
  it.each([
    ['JPEG', encodeFlatJpeg, 'image/jpeg'],
    ['PNG', encodeFlatPng, 'image/png'],
  ] as const)('reads a whole %s', (_name, encode, type) => {
    expect(inspectImage(encode(641, 479))).toEqual({
      type,
      widthPx: 641,
      heightPx: 479,
      orientation: 1,
      hasMetadata: false,
      hasGps: false,
      fault: null,
    });
    expect(inspectImage(encode(64, 48, exif(6, false)))).toMatchObject({ orientation: 6, hasMetadata: true, hasGps: false, fault: null });
    expect(inspectImage(encode(64, 48, exif(3, true)))).toMatchObject({ orientation: 3, hasMetadata: true, hasGps: true, fault: null });
    expect(inspectImage(encode(64, 48, exif(9, false)))).toMatchObject({ orientation: 1, hasMetadata: true });
  });

  it.each([
    ['JPEG', encodeFlatJpeg],
    ['PNG', encodeFlatPng],
  ] as const)('finds a %s faulty wherever it is cut', (_name, encode) => {
    const whole = encode(64, 48, exif(6, true));
    for (let length = 8; length < whole.length; length += 1) {
      expect(inspectImage(whole.subarray(0, length)).fault, `cut after ${length} bytes`).toMatch(/cut off/);
    }
  });

  it('leaves bytes after the end of a JPEG alone', () => {
    const whole = encodeFlatJpeg(64, 48);
    expect(inspectImage(insertAfter(whole, whole.length, ascii('appended by a phone')))).toMatchObject({ widthPx: 64, fault: null });
  });

  it('does not take the end marker of an EXIF thumbnail for the end of the picture', () => {
    const thumbnail = encodeFlatJpeg(8, 8);
    const whole = encodeFlatJpeg(64, 48, insertAfter(exif(1, false), 26, thumbnail));
    expect(inspectImage(whole)).toMatchObject({ widthPx: 64, heightPx: 48, fault: null });
    expect(inspectImage(whole.subarray(0, whole.length - 2)).fault).toMatch(/cut off/);
  });

  it('reads on over restart markers and stuffed bytes in a scan', () => {
    const whole = encodeFlatJpeg(640, 480);
    const scanAt = whole.length - 100;
    expect(inspectImage(insertAfter(whole, scanAt, ascii('\xff\xd0\xff\0\xff\xd7'))).fault).toBeNull();
  });

  it.each([
    ['an XMP packet', jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'), false],
    ['a place in XMP', jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0exif:GPSLatitude="0,0N"'), true],
    ['an IPTC block', jpegSegment(0xed, 'Photoshop 3.0\0'), false],
    ['a comment', jpegSegment(0xfe, 'by a person'), false],
  ])('finds %s', (_name, segment, hasGps) => {
    expect(inspectImage(insertAfter(encodeFlatJpeg(64, 48), 2, segment))).toMatchObject({ hasMetadata: true, hasGps, fault: null });
  });

  it('does not count a colour profile as metadata', () => {
    expect(inspectImage(insertAfter(encodeFlatJpeg(64, 48), 2, jpegSegment(0xe2, 'ICC_PROFILE\0'))).hasMetadata).toBe(false);
  });

  it('survives EXIF that points outside itself', () => {
    const broken = exif(6, true);
    new DataView(broken.buffer).setUint32(30, 0xfffffff0);
    expect(inspectImage(encodeFlatJpeg(64, 48, broken))).toMatchObject({ orientation: 6, hasGps: false, fault: null });
    new DataView(broken.buffer).setUint32(4, 0xfffffff0);
    expect(inspectImage(encodeFlatJpeg(64, 48, broken))).toMatchObject({ orientation: 1, hasMetadata: true, fault: null });
  });

  it('finds a damaged PNG by its checksums', () => {
    const damaged = encodeFlatPng(64, 48);
    damaged[50] = (damaged[50] ?? 0) ^ 1;
    expect(inspectImage(damaged).fault).toMatch(/checksum/);
  });

  it('finds headers without a picture', () => {
    const png = encodeFlatPng(64, 48);
    const withoutData = new Uint8Array([...png.subarray(0, 33), ...png.subarray(png.length - 12)]);
    expect(inspectImage(withoutData).fault).toMatch(/no picture data/);
    expect(inspectImage(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)).fault).toMatch(/no frame header/);
  });

  it.each([
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['II*\0', 'image/tiff'],
    ['MM\0*', 'image/tiff'],
    ['BM\0\0', 'image/bmp'],
    ['\0\0\0\x18ftypheic', 'image/heic'],
    ['\0\0\0\x18ftypmif1', 'image/heif'],
    ['\0\0\0\x18ftypavif', 'image/avif'],
    ['\0\0\0\x18ftypisom', 'video/mp4'],
    ['%PDF-1.7', 'application/pdf'],
    ['<?xml version="1.0"?><svg/>', 'image/svg+xml'],
    ['  <svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<!DOCTYPE html><p>502</p>', 'text/html'],
    ['hello', null],
    ['', null],
  ])('knows %j as %s, and reads no further', (text, type) => {
    expect(inspectImage(ascii(text))).toEqual({
      type,
      widthPx: null,
      heightPx: null,
      orientation: 1,
      hasMetadata: false,
      hasGps: false,
      fault: null,
    });
  });
});
