import {
  ConfigurationError,
  defaultJourneyPaths,
  defaultPathPrefix,
  defaultSkipField,
  type JourneyPaths,
  regionBaseUrls,
} from '@stepframe/core';
import type { RelayOptions } from './RelayOptions.ts';

/** Options with every default in place, checked. */
export interface RelaySettings extends Pick<RelayOptions, 'authorize' | 'closing' | 'memory' | 'onEvent' | 'now' | 'sleep'> {
  readonly username: string;
  readonly password: string;
  /** Address and prefix of the API, without a slash at the end. */
  readonly root: string;
  readonly paths: JourneyPaths;
  readonly skipField: string;
  readonly basePath: string;
  readonly sessionSecret: Uint8Array;
  readonly sessionTtlMs: number;
  readonly sessionMaxAgeMs: number;
  readonly maxBytes: number;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly fetch: typeof fetch;
  readonly upstreamTimeoutMs: number;
  readonly maxWaitMs: number;
}

const pathPattern = /^(\/[\w.~-]+)*$/;
const fieldPattern = /^[\w.-]{1,64}$/;
const takenFields = new Set(['journey_id', 'step_id', 'image', 'image2', 'additional_data']);

/**
 * Fills in the defaults and checks everything once, so that a mistake shows when the server starts.
 *
 * @throws ConfigurationError naming the option; never its value, since it may be a secret.
 */
export function readOptions(options: RelayOptions): RelaySettings {
  const {
    credentials,
    authorize,
    region = 'eu',
    skipField = defaultSkipField,
    basePath = '/stepframe',
    pathPrefix = defaultPathPrefix,
  } = options;
  const { baseUrl = regionBaseUrls[region] } = options;
  const paths = { ...defaultJourneyPaths, ...options.paths };

  demand(
    isText(credentials?.username) && !credentials.username.includes(':'),
    '`credentials.username` must be the API key: not empty and without a colon.',
  );
  demand(isText(credentials?.password), '`credentials.password` must be the API secret: not empty.');
  demand(typeof authorize === 'function', '`authorize` must be a function: without it anyone could start journeys on your account.');
  demand(
    isText(baseUrl) && isOrigin(baseUrl.replace(/\/+$/, '')),
    '`baseUrl` must be http(s)://host without a path, or `region` one of eu, uae, qatar.',
  );
  demand(pathPattern.test(pathPrefix), '`pathPrefix` must be empty or start with a slash and not end with one, such as /journey/v2.');
  for (const [name, path] of Object.entries(paths))
    demand(path !== '' && pathPattern.test(path), `\`paths.${name}\` must start with a slash and not end with one.`);
  demand(
    fieldPattern.test(skipField) && !takenFields.has(skipField),
    '`skipField` must be the name of a field of its own: letters, digits and _ . - only.',
  );
  demand(pathPattern.test(basePath), '`basePath` must be empty or start with a slash and not end with one, such as /stepframe.');

  const maxWaitMs = options.maxWaitMs ?? 25_000;
  demand(Number.isFinite(maxWaitMs) && maxWaitMs >= 0, '`maxWaitMs` must be 0 or a number above it.');
  const allowedOrigins = options.allowedOrigins ?? [];
  demand(allowedOrigins.every(isOrigin), '`allowedOrigins` takes whole origins such as https://app.example.com: no path, no wildcard.');

  return {
    authorize,
    closing: options.closing,
    memory: options.memory,
    onEvent: options.onEvent,
    now: options.now,
    sleep: options.sleep,
    username: credentials.username,
    password: credentials.password,
    root: baseUrl.replace(/\/+$/, '') + pathPrefix,
    paths,
    skipField,
    basePath,
    sessionSecret: readSecret(options.sessionSecret),
    sessionTtlMs: readPositive('sessionTtlMs', options.sessionTtlMs ?? 30 * 60_000),
    sessionMaxAgeMs: readPositive('sessionMaxAgeMs', options.sessionMaxAgeMs ?? 7 * 24 * 60 * 60_000),
    maxBytes: readPositive('maxBytes', options.maxBytes ?? 8 * 1024 * 1024),
    upstreamTimeoutMs: readPositive('upstreamTimeoutMs', options.upstreamTimeoutMs ?? 30_000),
    maxWaitMs,
    allowedOrigins: new Set(allowedOrigins),
    // Looked up at each call, so that a fetch that is patched later (tracing, tests) is the one used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}

function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ConfigurationError(message);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value;
}

function readSecret(secret: string | Uint8Array): Uint8Array {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  demand(
    bytes instanceof Uint8Array && bytes.byteLength >= 32,
    '`sessionSecret` must be at least 32 bytes, or sessions could be forged. Make one with `openssl rand -base64 48`.',
  );
  return bytes;
}

function readPositive(name: string, value: number): number {
  demand(Number.isFinite(value) && value > 0, `\`${name}\` must be a number above 0.`);
  return value;
}
