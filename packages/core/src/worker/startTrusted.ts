/** What is used of Trusted Types, which are newer than the types. Source: https://www.w3.org/TR/trusted-types/ */
interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypesScope {
  readonly trustedTypes?: { readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy };
}

let policy: ScriptPolicy | undefined;

/**
 * Starts a worker of our own also in a page that takes script addresses from policies only (`require-trusted-types-for 'script'`): by a
 * policy named `stepframe`, which lets no other origin pass.
 *
 * Bundlers look for `new Worker(new URL(…))` to the letter, so the address can only be vouched for inside of the constructor; for the
 * one call that stands in place of the page's own.
 *
 * @throws TypeError where the page allows no policy of that name
 */
export function startTrusted(start: () => Worker): Worker {
  const { trustedTypes } = globalThis as TrustedTypesScope;
  if (!trustedTypes) return start();
  const { Worker: Own } = globalThis;
  const vouching = (policy ??= trustedTypes.createPolicy('stepframe', {
    createScriptURL: (url) => (new URL(url).origin === origin ? url : ''),
  }));
  globalThis.Worker = new Proxy(Own, { construct: (_, [url, options]) => new Own(vouching.createScriptURL(url), options) });
  try {
    return start();
  } finally {
    globalThis.Worker = Own;
  }
}
