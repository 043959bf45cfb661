import { createClient, type JourneyClient } from '@stepframe/core';
import { createSandbox, type Sandbox, type SandboxOptions } from '@stepframe/sandbox';
import { createAxiosAdapter } from '@stepframe/sandbox/testing';
import { QueryClient } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import axios from 'axios';
import type { ReactNode } from 'react';
import { StepframeProvider } from '../StepframeProvider.tsx';
import type { Submission } from '../journey/submission.ts';

/** Answers a request, or fails as a lost connection does. */
export type Handle = Sandbox['handle'];

export interface BenchOptions extends SandboxOptions {
  /** Default `approved`. */
  readonly flowId?: string;
  /** What stands between the client and the sandbox. Default: nothing. */
  readonly between?: (handle: Handle) => Handle;
  /** Called before a body is handed over, as the way to be slow or to stand still. */
  readonly onUpload?: (report: (share: number) => void, signal: AbortSignal) => Promise<void>;
  /** Default: one of the bench's own, with react-query's defaults. */
  readonly queryClient?: QueryClient;
  /** Replaces parts of the client. */
  readonly dress?: (client: JourneyClient) => Partial<JourneyClient>;
}

export interface Bench {
  readonly sandbox: Sandbox;
  readonly client: JourneyClient;
  readonly journeyId: string;
  readonly queryClient: QueryClient;
  /** A provider around what is tested. */
  readonly wrapper: (props: { readonly children?: ReactNode }) => ReactNode;
  /** How many summaries were asked for. */
  readonly summaryCalls: () => number;
  /** Submissions that still hold pictures, of all there ever were. */
  readonly heldSubmissions: () => number;
}

/** A journey that has begun in a sandbox of its own. Fake timers must run before. */
export async function createBench(options: BenchOptions = {}): Promise<Bench> {
  const { flowId = 'approved', between = (handle) => handle, onUpload, queryClient = new QueryClient(), dress, ...rest } = options;
  const sandbox = createSandbox({ processingMs: 3_000, ...rest });
  const adapter = createAxiosAdapter(between(sandbox.handle), onUpload && { onUpload });
  const plain = createClient({ credentials: sandbox.credentials, baseUrl: 'https://sandbox.example', axios: axios.create({ adapter }) });
  const { journeyId } = await plain.startJourney({ flowId, referenceNo: 'test' });
  const client = { ...plain, ...dress?.(plain) };

  const submissions = new Set<Submission>();
  queryClient.getMutationCache().subscribe(({ mutation }) => {
    const variables = mutation?.state.variables as Submission | undefined;
    if (variables?.pictures) submissions.add(variables);
  });

  return {
    sandbox,
    client,
    journeyId,
    queryClient,
    wrapper: ({ children }) => (
      <StepframeProvider client={client} journeyId={journeyId} queryClient={queryClient}>
        {children}
      </StepframeProvider>
    ),
    summaryCalls: () => sandbox.summaryCalls(journeyId).length,
    heldSubmissions: () => [...submissions].filter(({ pictures }) => pictures.hold() !== null).length,
  };
}

/** What a request is for, by the end of its path. */
export const isStep = ({ url }: Request): boolean => url.endsWith('/process-journey-step');
export const isSummary = ({ url }: Request): boolean => url.includes('/summary/');
export const isCompletion = ({ url }: Request): boolean => url.endsWith('/complete-journey');

// Taken before any test replaces the timers.
const realSetTimeout = globalThis.setTimeout;

/** Moves the fake clock in steps of at least 100 ms, and lets the browser's own work (reading a body) happen in between. */
export async function advance(ms: number, timers: { readonly advanceTimersByTimeAsync: (ms: number) => Promise<unknown> }): Promise<void> {
  const stepMs = Math.max(100, ms / 20);
  await act(async () => {
    for (let left = ms; left > 0; left -= stepMs) {
      await timers.advanceTimersByTimeAsync(Math.min(left, stepMs));
      await new Promise((resolve) => realSetTimeout(resolve, 0));
    }
  });
}
