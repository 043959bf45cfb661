/** A random id of 24 hex digits, the older of the two forms that the documents show. To a client it is opaque. */
export function createJourneyId(): string {
  // Not `randomUUID`: a page on plain HTTP that is not localhost has none.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
