/** Addresses that stand in the code of a page and are never fetched by it. */
const neverFetched: readonly { readonly url: RegExp; readonly because: string }[] = [
  { url: /^https?:\/\/www\.w3\.org\//, because: 'names of XML namespaces' },
  { url: /^https?:\/\/(localhost|127\.0\.0\.1)\b/, because: 'axios falls back to it as a base for parsing, outside of browsers' },
  { url: /^https?:\/\/example\.(com|net|org)(\/|$)/, because: 'reserved for examples (RFC 2606), in texts of errors' },
  { url: /^https:\/\/cdn\.jsdelivr\.net\/npm\/browser-image-compression/, because: 'taken in worker mode, which is switched off' },
];

/**
 * Absolute addresses in a text that are neither one of `allowed` nor known to be there for another reason than to be
 * fetched.
 */
export function findUrls(text: string, allowed: readonly string[]): readonly string[] {
  const urls = text.match(/https?:\/\/[^\s"'`\\)<>]+/g) ?? [];
  const bare = urls.map((url) => url.replace(/[.,;:!?]+$/, ''));
  return [...new Set(bare)].filter(
    (url) => !allowed.some((base) => url === base || url.startsWith(`${base}/`)) && !neverFetched.some((one) => one.url.test(url)),
  );
}
