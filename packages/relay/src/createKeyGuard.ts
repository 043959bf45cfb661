/** Whether a JSON value holds the key, as a secret or as a Basic credential. */
export type KeyGuard = (value: unknown) => boolean;

/** Shorter secrets would be found in innocent text. */
const minSecretChars = 12;

/**
 * The last line of defence: an answer of the API that repeats the relay's own key is not passed on.
 *
 * It finds the key as it was sent, not every way it could be encoded; that nothing else of the API's answers is
 * forwarded is what keeps the key in.
 */
export function createKeyGuard(password: string, basicToken: string): KeyGuard {
  const needles = [password, basicToken]
    .filter((secret) => secret.length >= minSecretChars)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return (value) => {
    const text = JSON.stringify(value) ?? '';
    return needles.some((needle) => text.includes(needle));
  };
}
