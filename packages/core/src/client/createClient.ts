import { parseStartedJourney } from '../contract/parseStartedJourney.ts';
import { referenceNoPattern, type StartedJourney, type StartJourneyInput } from '../contract/journey.ts';
import {
  defaultJourneyPaths,
  defaultPathPrefix,
  defaultSkipField,
  type JourneyPaths,
  type Region,
  regionBaseUrls,
} from '../contract/journeyPaths.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { type CallOptions, createJourneyClient, type JourneyClient, type TransportOptions } from './createJourneyClient.ts';
import { type Credentials, encodeBasic } from './encodeBasic.ts';

export interface ClientOptions extends TransportOptions {
  /** The server key. It must never reach a browser: there, use `createRelayClient`. */
  readonly credentials: Credentials;
  /** Default `eu`. */
  readonly region?: Region;
  /** Address instead of the region's, such as a sandbox; without a path. */
  readonly baseUrl?: string;
  /** Default `/journey/v2`; the narrative guide writes `/v2`. */
  readonly pathPrefix?: string;
  readonly paths?: Partial<JourneyPaths>;
  /** Name of the field that skips a step. Default `skip_step`. */
  readonly skipField?: string;
}

/** A client for a backend that holds the server key. */
export interface Client extends JourneyClient {
  /**
   * Starts a journey.
   *
   * @throws ConfigurationError for a reference number outside the allowed characters
   * @throws RequestError | ContractError
   */
  readonly startJourney: (input: StartJourneyInput, options?: CallOptions) => Promise<StartedJourney>;
}

/**
 * A client for the Journey API itself. For backends; a browser talks to a relay with `createRelayClient`.
 *
 * @throws ConfigurationError for a missing key, an address that is none, a path without its slash, or a time that is no time
 */
export function createClient(options: ClientOptions): Client {
  const {
    credentials,
    region = 'eu',
    baseUrl = regionBaseUrls[region],
    pathPrefix = defaultPathPrefix,
    skipField = defaultSkipField,
  } = options;
  if (!credentials?.username || !credentials.password) {
    throw new ConfigurationError('`credentials` needs a username and a password: the API key and the API secret of a server key.');
  }
  // `localhost:3000` parses too, as an address with the scheme "localhost".
  if (!baseUrl || !/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new ConfigurationError('`baseUrl` must be a full address such as https://api.idwise.com, or `region` one of eu, uae, qatar.');
  }
  const paths = { ...defaultJourneyPaths, ...options.paths };
  for (const [name, path] of Object.entries({ pathPrefix, ...paths })) {
    // Without its slash it would become part of the host's name, and the key would go there.
    if (!path.startsWith('/') && (name !== 'pathPrefix' || path !== '')) {
      throw new ConfigurationError(`\`${name === 'pathPrefix' ? name : `paths.${name}`}\` must begin with a slash.`);
    }
  }
  if (!skipField) throw new ConfigurationError('`skipField` is empty: pass the name of the field, or leave it out.');
  const authorization = `Basic ${encodeBasic(credentials)}`;
  const { send, ...client } = createJourneyClient({
    ...options,
    root: baseUrl.replace(/\/+$/, '') + pathPrefix.replace(/\/+$/, ''),
    paths,
    skipField,
    authorization: () => authorization,
  });

  return {
    ...client,
    async startJourney(input, { signal } = {}) {
      if (!input.flowId) throw new ConfigurationError('`flowId` is empty: pass the id of a published flow.');
      if (!referenceNoPattern.test(input.referenceNo)) {
        throw new ConfigurationError('`referenceNo` must be letters, digits and - _ / \\ , . + @ only, and not empty.');
      }
      const { applicantDetails: applicant } = input;
      const body = {
        flow_id: input.flowId,
        reference_no: input.referenceNo,
        ...(applicant && {
          applicant_details: { full_name: applicant.fullName, birth_date: applicant.birthDate, sex: applicant.sex },
        }),
      };
      const answer = await send({ method: 'POST', path: paths.start, body, signal });
      return parseStartedJourney(answer.body);
    },
  };
}
