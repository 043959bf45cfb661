const names = ['digest', 'importKey', 'sign', 'verify'] as const;

let inFlight = 0;
let isCounting = false;

/**
 * Counts the calls of Web Crypto that are in flight: they run in threads, which a clock that stands still and the event loop know nothing of.
 *
 * @returns how many there are
 */
export function countCrypto(): number {
  if (!isCounting) for (const name of names) count(name);
  isCounting = true;
  return inFlight;
}

function count(name: (typeof names)[number]): void {
  const call = crypto.subtle[name].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
  const value = async (...args: unknown[]): Promise<unknown> => {
    inFlight += 1;
    try {
      return await call(...args);
    } finally {
      inFlight -= 1;
    }
  };
  Object.defineProperty(crypto.subtle, name, { value, configurable: true });
}
