import {
  createBrowserEnvironment,
  createClient,
  createJourney,
  type Journey,
  type JourneyClient,
  type JourneyEvent,
} from '@stepframe/core';
import { createSandbox, type Sandbox, type SandboxOptions } from '@stepframe/sandbox';
import { createAxiosAdapter } from '@stepframe/sandbox/testing';
import axios from 'axios';
import type { ReactNode } from 'react';
import { StepframeProvider } from '../StepframeProvider.tsx';
import { createPicture } from './createPicture.ts';

/** Answers a request, or fails as a lost connection does. */
export type Handle = Sandbox['handle'];

export interface BenchOptions extends SandboxOptions {
  /** Default `approved`. */
  readonly flowId?: string;
  /** What stands between the client and the sandbox. Default: nothing. */
  readonly between?: (handle: Handle) => Handle;
  /** Called before a body is handed over, as the way to be slow or to stand still. */
  readonly onUpload?: (report: (share: number) => void, signal: AbortSignal) => Promise<void>;
  /** Replaces parts of the client. */
  readonly dress?: (client: JourneyClient) => Partial<JourneyClient>;
}

export interface Bench {
  readonly sandbox: Sandbox;
  readonly client: JourneyClient;
  readonly journeyId: string;
  /** Shared by all that is rendered in the wrapper, however often. */
  readonly journey: Journey;
  readonly events: readonly JourneyEvent[];
  /** A provider around what is tested. */
  readonly wrapper: (props: { readonly children?: ReactNode }) => ReactNode;
  /** How many summaries were asked for. */
  readonly summaryCalls: () => number;
}

let fetching: Promise<void> | null = null;

/**
 * Submits once to a sandbox that is thrown away: what sends is fetched with the first submission, and no clock of a test knows how long
 * that takes.
 */
async function fetchParts(): Promise<void> {
  const sandbox = createSandbox();
  const adapter = createAxiosAdapter(sandbox.handle);
  const client = createClient({ credentials: sandbox.credentials, baseUrl: 'https://sandbox.example', axios: axios.create({ adapter }) });
  const { journeyId } = await client.startJourney({ flowId: 'approved', referenceNo: 'test' });
  const journey = createJourney({ client, journeyId, keepPicturesMs: 0 });
  await new Promise<void>((resolve) => {
    journey.listen(({ type }) => type === 'step-submitted' && resolve());
    const state = journey.step('0').getState();
    if ('submit' in state) state.submit([createPicture()]);
  });
}

/** A journey that has begun in a sandbox of its own. Fake timers must run before. */
export async function createBench(options: BenchOptions = {}): Promise<Bench> {
  await (fetching ??= fetchParts());
  const { flowId = 'approved', between = (handle) => handle, onUpload, dress, ...rest } = options;
  const sandbox = createSandbox({ processingMs: 3_000, ...rest });
  const adapter = createAxiosAdapter(between(sandbox.handle), onUpload && { onUpload });
  const plain = createClient({ credentials: sandbox.credentials, baseUrl: 'https://sandbox.example', axios: axios.create({ adapter }) });
  const { journeyId } = await plain.startJourney({ flowId, referenceNo: 'test' });
  const client = { ...plain, ...dress?.(plain) };

  const events: JourneyEvent[] = [];
  const journey = createJourney({
    client,
    journeyId,
    environment: { ...createBrowserEnvironment(), random: () => 0 },
  });
  journey.listen((event) => events.push(event));

  return {
    sandbox,
    client,
    journeyId,
    journey,
    events,
    wrapper: ({ children }) => <StepframeProvider journey={journey}>{children}</StepframeProvider>,
    summaryCalls: () => sandbox.summaryCalls(journeyId).length,
  };
}

/** What a request is for, by the end of its path. */
export const isStep = ({ url }: Request): boolean => url.endsWith('/process-journey-step');
export const isSummary = ({ url }: Request): boolean => url.includes('/summary/');
export const isCompletion = ({ url }: Request): boolean => url.endsWith('/complete-journey');
