import { ConfigurationError, defaultJourneyPaths, defaultPathPrefix, defaultSkipField, type JourneyPaths } from '@stepframe/core';
import { sleepFor } from './faults/sleepFor.ts';
import type { SandboxCredentials } from './http/checkCredentials.ts';
import { defaultImageLimits, type ImageLimits } from './images/checkImage.ts';
import { defaultSteps, type Flow, type ResolvedFlow } from './journey/Flow.ts';
import { scenarios } from './scenarios/scenarios.ts';
import type { SandboxOptions } from './SandboxOptions.ts';

/** The server key the sandbox takes unless told otherwise. It is made up and opens nothing else. */
export const defaultCredentials: SandboxCredentials = { username: 'sandbox-key', password: 'sandbox-secret' };

/** Attempts at a step in all. Source: docs/handling-retries-and-errors. */
const defaultMaxAttempts = 2;

/** Options with every default filled in and checked. */
export interface SandboxSettings {
  readonly credentials: SandboxCredentials;
  readonly flows: ReadonlyMap<string, ResolvedFlow>;
  readonly processingMs: number;
  readonly now: () => number;
  /** What the answers take for the time, in milliseconds since 1970. */
  readonly serverNow: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly pathPrefix: string;
  readonly paths: JourneyPaths;
  readonly skipField: string;
  readonly limits: ImageLimits;
  readonly minPollMs: number;
  readonly blockMs: number;
  readonly keepSubmissions: number;
  /** Most bytes of a whole body: two pictures in base64, and room for the rest. */
  readonly maxBodyBytes: number;
}

/**
 * Fills in the defaults.
 *
 * @throws ConfigurationError for a flow that cannot work, a negative number, or a path without a leading slash.
 */
export function resolveOptions(options: SandboxOptions): SandboxSettings {
  const { now = () => Date.now(), skewMs = 0 } = options;
  const settings = {
    credentials: options.credentials ?? defaultCredentials,
    flows: new Map(Object.entries(options.flows ?? defaultFlows()).map(([flowId, flow]) => [flowId, resolveFlow(flowId, flow)])),
    processingMs: options.processingMs ?? 3_000,
    now,
    serverNow: () => now() + skewMs,
    sleep: options.sleep ?? sleepFor,
    pathPrefix: (options.pathPrefix ?? defaultPathPrefix).replace(/\/+$/, ''),
    paths: { ...defaultJourneyPaths, ...options.paths },
    skipField: options.skipField ?? defaultSkipField,
    limits: { ...defaultImageLimits, ...options.limits },
    minPollMs: options.minPollMs ?? 2_000,
    blockMs: options.blockMs ?? 10_000,
    keepSubmissions: options.keepSubmissions ?? 100,
  };
  for (const name of ['processingMs', 'minPollMs', 'blockMs', 'keepSubmissions'] as const) {
    if (!(settings[name] >= 0)) throw new ConfigurationError(`\`${name}\` must be a number of 0 or more.`);
  }
  if (!Number.isFinite(skewMs)) throw new ConfigurationError('`skewMs` must be a number of milliseconds.');
  for (const path of [settings.pathPrefix, ...Object.values(settings.paths)]) {
    if (path !== '' && !path.startsWith('/')) throw new ConfigurationError(`The path "${path}" must begin with a slash.`);
  }
  return { ...settings, maxBodyBytes: Math.ceil((settings.limits.maxBytes * 8) / 3) + 1024 * 1024 };
}

function defaultFlows(): Record<string, Flow> {
  return Object.fromEntries(
    Object.entries(scenarios).map(([name, scenario]) => [name, { steps: scenario.steps ?? defaultSteps, scenario }]),
  );
}

function resolveFlow(flowId: string, { steps, scenario, maxAttempts = defaultMaxAttempts }: Flow): ResolvedFlow {
  const known = typeof scenario === 'string' ? scenarios[scenario] : scenario;
  if (!known) {
    throw new ConfigurationError(`The flow "${flowId}" names an unknown scenario. Known are: ${Object.keys(scenarios).join(', ')}.`);
  }
  if (steps.length === 0) throw new ConfigurationError(`The flow "${flowId}" has no steps, so nothing could be submitted to it.`);
  if (new Set(steps.map(({ stepId }) => stepId)).size < steps.length) {
    throw new ConfigurationError(`The flow "${flowId}" has two steps with the same \`stepId\`.`);
  }
  if (!(maxAttempts >= 1))
    throw new ConfigurationError(`The flow "${flowId}" must allow at least one attempt: \`maxAttempts\` counts the first one too.`);
  return { steps, scenario: known, maxAttempts };
}
