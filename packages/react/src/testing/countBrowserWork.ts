/** What the browser does elsewhere, in threads or other processes. A clock that stands still knows nothing of it. */
export interface BrowserWork {
  /** Calls in flight that wait for nothing but the browser: digests, reading a blob, a lock that is asked for if it is free. */
  readonly countCalls: () => number;
  /** Bodies that are being read. One that was cut short waits for a timer, so they are waited for only so long. */
  readonly countBodies: () => number;
}

let work: BrowserWork | null = null;

/** Counts it from the first call on. */
export function countBrowserWork(): BrowserWork {
  return (work ??= count());
}

function count(): BrowserWork {
  const calls = new Set<object>();
  const bodies = new Set<object>();

  function watch<Name extends string>(
    owner: Record<Name, (...args: never[]) => Promise<unknown>>,
    name: Name,
    inFlight: Set<object>,
  ): void {
    const call = owner[name] as (...args: unknown[]) => Promise<unknown>;
    const watched = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
      const own = {};
      inFlight.add(own);
      try {
        return await call.apply(this, args);
      } finally {
        inFlight.delete(own);
      }
    };
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
  }

  watch(SubtleCrypto.prototype, 'digest', calls);
  watch(Blob.prototype, 'arrayBuffer', calls);
  for (const owner of [Request.prototype, Response.prototype]) {
    for (const name of ['arrayBuffer', 'blob', 'formData', 'json', 'text'] as const) watch(owner, name, bodies);
  }

  const request = LockManager.prototype.request as (
    name: string,
    options: LockOptions,
    run: LockGrantedCallback<unknown>,
  ) => Promise<unknown>;
  function requestCounted(this: LockManager, name: string, options: LockOptions, run: LockGrantedCallback<unknown>): Promise<unknown> {
    if (!options.ifAvailable) return request.call(this, name, options, run);
    const own = {};
    calls.add(own);
    return request.call(this, name, options, (lock) => {
      calls.delete(own);
      return run(lock);
    });
  }
  Object.defineProperty(LockManager.prototype, 'request', { value: requestCounted, configurable: true, writable: true });

  return { countCalls: () => calls.size, countBodies: () => bodies.size };
}
