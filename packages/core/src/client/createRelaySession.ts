import type { AxiosInstance } from 'axios';
import type { JourneySession } from '../contract/journey.ts';
import type { GrantedSession } from '../contract/parseSession.ts';
import { createAbortedError } from './createAbortedError.ts';
import { fetchPart } from './fetchPart.ts';
import { untilAborted } from './untilAborted.ts';

export interface RelaySessionOptions {
  /** Address and path prefix of the relay. */
  readonly root: string;
  /** Token of a session the host kept. */
  readonly token: string | null;
  readonly timeoutMs: number;
  readonly axios: AxiosInstance | undefined;
  readonly onSession: ((session: JourneySession) => void) | undefined;
}

/** The session a relay's client holds. */
export interface RelaySession {
  /** Value of the `Authorization` header. */
  readonly authorization: () => string | null;
  /** Takes what the relay granted in place of what was there; `null` for none. */
  readonly take: (granted: GrantedSession | null) => void;
  /**
   * Gets another session than the one that was refused; callers at the same time share one call.
   *
   * @throws RequestError with `mayHaveArrived: false`, since what was refused was not taken
   */
  readonly renew: (refused: string | null, signal: AbortSignal | undefined) => Promise<void>;
  /** See `JourneyClient.pictureKey`. */
  readonly pictureKey: (signal: AbortSignal | undefined) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Holds a session in memory and renews it. */
export function createRelaySession({ root, axios, timeoutMs, onSession, ...options }: RelaySessionOptions): RelaySession {
  let { token } = options;
  /** `undefined` until a relay has answered. */
  let pictureKey: Uint8Array<ArrayBuffer> | null | undefined;
  let renewing: Promise<void> | null = null;

  const authorization = (): string | null => (token === null ? null : `Bearer ${token}`);

  function take(granted: GrantedSession | null): void {
    token = granted?.token ?? null;
    pictureKey = granted?.pictureKey ?? null;
    if (!granted || !onSession) return;
    const { expiresAt } = granted;
    // On its own, so that a fault in the host's code is no fault of the journey.
    queueMicrotask(() => onSession({ token: granted.token, expiresAt }));
  }

  async function ask(): Promise<void> {
    const { renewSession } = await fetchPart(() => import('./renewSession.ts'));
    const refused = authorization();
    const granted = await renewSession({ root, authorization: refused, timeoutMs, axios });
    // Unless another journey was started meanwhile.
    if (authorization() === refused) take(granted);
  }

  async function renew(refused: string | null, signal: AbortSignal | undefined): Promise<void> {
    if (authorization() !== refused) return;
    renewing ??= ask().finally(() => {
      renewing = null;
    });
    try {
      await untilAborted(renewing, signal);
    } catch (error) {
      throw signal?.aborted ? createAbortedError(false) : error;
    }
  }

  return {
    authorization,
    take,
    renew,
    async pictureKey(signal) {
      if (pictureKey === undefined && token !== null) await renew(authorization(), signal);
      return pictureKey ?? null;
    },
  };
}
