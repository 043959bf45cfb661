import type { StartedJourney } from '../contract/journey.ts';
import { defaultJourneyPaths, defaultPathPrefix, defaultSkipField } from '../contract/journeyPaths.ts';
import { parseStartedJourney } from '../contract/parseStartedJourney.ts';
import type { AdditionalData } from '../contract/step.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { type CallOptions, createJourneyClient, type JourneyClient, type TransportOptions } from './createJourneyClient.ts';

export interface RelayClientOptions extends TransportOptions {
  /** Where the relay answers: a path of the same origin or a full address. Default `/stepframe`. */
  readonly relayUrl?: string;
  /** Session of a journey begun earlier (kept by the host over a reload, say). */
  readonly session?: string | null;
}

/** A client for a browser: it holds a session of one journey and no key. */
export interface RelayClient extends JourneyClient {
  /**
   * Starts a journey for whoever the relay's `authorize` recognises. The session that comes back is used from here on.
   *
   * @param context Anything the host's `authorize` wants to know; the flow and the reference are chosen there.
   * @throws RequestError | ContractError
   */
  readonly startJourney: (context?: AdditionalData, options?: CallOptions) => Promise<StartedJourney>;
}

/**
 * A client for a Stepframe relay. Safe in a browser: it knows a short-lived session and nothing else.
 *
 * @throws ConfigurationError for an address that is none, or a time that is no time
 */
export function createRelayClient(options: RelayClientOptions = {}): RelayClient {
  const { relayUrl = '/stepframe' } = options;
  if (relayUrl !== '' && !/^(\/|https?:\/\/)/i.test(relayUrl)) {
    throw new ConfigurationError('`relayUrl` must be a path such as /stepframe, or a full address such as https://example.com/stepframe.');
  }
  let session = options.session ?? null;
  const { send, ...client } = createJourneyClient({
    ...options,
    root: relayUrl.replace(/\/+$/, '') + defaultPathPrefix,
    paths: defaultJourneyPaths,
    skipField: defaultSkipField,
    authorization: () => (session === null ? null : `Bearer ${session}`),
  });

  return {
    ...client,
    async startJourney(context = {}, { signal } = {}) {
      const answer = await send({ method: 'POST', path: defaultJourneyPaths.start, body: context, signal });
      const started = parseStartedJourney(answer.body);
      session = started.session?.token ?? null;
      return started;
    },
  };
}
