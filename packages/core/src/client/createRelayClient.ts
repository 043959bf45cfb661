import type { JourneySession, StartedJourney } from '../contract/journey.ts';
import { defaultJourneyPaths, defaultPathPrefix, defaultSkipField } from '../contract/journeyPaths.ts';
import { parseSession } from '../contract/parseSession.ts';
import { parseStartedJourney } from '../contract/parseStartedJourney.ts';
import type { AdditionalData } from '../contract/step.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import {
  type CallOptions,
  createJourneyClient,
  defaultTimeoutMs,
  type JourneyClient,
  type TransportOptions,
} from './createJourneyClient.ts';
import { createRelaySession } from './createRelaySession.ts';

export interface RelayClientOptions extends TransportOptions {
  /** Where the relay answers: a path of the same origin or a full address. Default `/stepframe`. */
  readonly relayUrl?: string;
  /** Session of a journey begun earlier (kept by the host over a reload, say). */
  readonly session?: string | null;
  /**
   * Told of every session: of the one a journey starts with, and of each that is renewed in its place. Keep it where a
   * reload finds it, and for no longer than the journey.
   */
  readonly onSession?: (session: JourneySession) => void;
  /**
   * How long the relay is asked to hold `getSummary` with `unlike` until there is news, in milliseconds. Default 20 000;
   * 0 for not at all. Such a call may take this and `timeoutMs` together.
   */
  readonly summaryWaitMs?: number;
}

/** A client for a browser: it holds a session of one journey and no key. */
export interface RelayClient extends JourneyClient {
  readonly keepsKeys: true;
  readonly pictureKey: NonNullable<JourneyClient['pictureKey']>;
  /**
   * Starts a journey for whoever the relay's `authorize` recognises. The session that comes back is used from here on.
   *
   * @param context Anything the host's `authorize` wants to know; the flow and the reference are chosen there.
   * @throws RequestError | ContractError
   */
  readonly startJourney: (context?: AdditionalData, options?: CallOptions) => Promise<StartedJourney>;
}

/** Longer is cut by most proxies, however patient the relay is. */
const maxSummaryWaitMs = 300_000;

/**
 * A client for a Stepframe relay. Safe in a browser: it knows a short-lived session and nothing else.
 *
 * A session that has expired is renewed once for each call, and the call repeated; when the relay does not renew it,
 * the call ends with `request/session-expired`.
 *
 * @throws ConfigurationError for an address that is none, or a time that is no time
 */
export function createRelayClient(options: RelayClientOptions = {}): RelayClient {
  const { relayUrl = '/stepframe', axios, timeoutMs = defaultTimeoutMs, summaryWaitMs = 20_000, onSession } = options;
  if (relayUrl !== '' && !/^(\/|https?:\/\/)/i.test(relayUrl)) {
    throw new ConfigurationError('`relayUrl` must be a path such as /stepframe, or a full address such as https://example.com/stepframe.');
  }
  if (!(summaryWaitMs >= 0 && summaryWaitMs <= maxSummaryWaitMs)) {
    throw new ConfigurationError(`\`summaryWaitMs\` must be a number of milliseconds from 0 to ${maxSummaryWaitMs}.`);
  }
  const root = relayUrl.replace(/\/+$/, '') + defaultPathPrefix;
  const session = createRelaySession({ root, token: options.session ?? null, axios, timeoutMs, onSession });
  const { send, ...client } = createJourneyClient({
    ...options,
    root,
    paths: defaultJourneyPaths,
    skipField: defaultSkipField,
    authorization: session.authorization,
    relay: { summaryWaitMs, renew: session.renew },
  });

  return {
    ...client,
    keepsKeys: true,
    pictureKey: ({ signal } = {}) => session.pictureKey(signal),
    async startJourney(context = {}, { signal } = {}) {
      const answer = await send({ method: 'POST', path: defaultJourneyPaths.start, body: context, signal });
      const started = parseStartedJourney(answer.body);
      session.take(parseSession(answer.body, 'start journey'));
      return started;
    },
  };
}
