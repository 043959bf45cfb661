const isoBrands: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic',
  hevx: 'image/heic',
  mif1: 'image/heif',
  msf1: 'image/heif',
  avif: 'image/avif',
  avis: 'image/avif',
};

/**
 * MIME type by the first bytes; `null` when they match nothing known.
 *
 * Types that the API does not take are known as well, so that a refusal can name what was sent.
 */
export function sniffType(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');
  if (head.startsWith('\xff\xd8')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('GIF8')) return 'image/gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'image/tiff';
  if (head.startsWith('BM')) return 'image/bmp';
  if (head.startsWith('ftyp', 4)) return isoBrands[head.slice(8, 12)] ?? 'video/mp4';
  // Readers look for the PDF header in the first kilobyte, because some writers put bytes before it.
  if (head.includes('%PDF-')) return 'application/pdf';
  if (/^\s*(\xef\xbb\xbf)?(<\?xml|<!--|<!doctype svg|<svg)/i.test(head) && /<svg/i.test(head)) return 'image/svg+xml';
  if (/^\s*(\xef\xbb\xbf)?<(!doctype html|html)/i.test(head)) return 'text/html';
  return null;
}
