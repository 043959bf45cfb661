import type { AxiosInstance } from 'axios';
import type { JourneyPaths } from '../contract/journeyPaths.ts';
import { parseSummary } from '../contract/parseSummary.ts';
import type { Receipt, StepSkip, StepSubmission } from '../contract/step.ts';
import type { JourneySummary } from '../contract/summary.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { buildJson } from './buildJson.ts';
import { buildMultipart } from './buildMultipart.ts';
import { createSummaryGate } from './createSummaryGate.ts';
import { type Answer, createAbortedError, type OutgoingRequest, sendRequest } from './sendRequest.ts';
import { toBlob } from './toBlob.ts';

export interface CallOptions {
  /** Ends the call with `request/aborted`. */
  readonly signal?: AbortSignal | undefined;
}

export interface ProcessStepOptions extends CallOptions {
  /** Called with the share of the body that has left, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** `multipart` (default), or `json` with base64 pictures: a third larger, and without use through a relay. */
  readonly encoding?: 'multipart' | 'json';
}

/** What can be done with a journey that has begun, whether straight at the API or through a relay. */
export interface JourneyClient {
  /**
   * Submits (or skips) one step. Resolves when the API has taken it; the verdict is in the summary.
   *
   * Never repeated by itself: a lost answer does not mean a lost submission.
   *
   * @throws ConfigurationError for an empty id or a picture of 0 bytes
   * @throws RequestError
   */
  readonly processStep: (step: StepSubmission | StepSkip, options?: ProcessStepOptions) => Promise<Receipt>;
  /**
   * Reads the Journey Summary, at most once in two seconds per journey: callers share one call, an answer younger
   * than that is served again, and after a submission the next call waits for its turn.
   *
   * @throws ConfigurationError for an empty id
   * @throws RequestError | ContractError
   */
  readonly getSummary: (journeyId: string, options?: CallOptions) => Promise<JourneySummary>;
  /**
   * Finalises the journey with what was submitted so far; afterwards no step can be changed.
   *
   * @throws ConfigurationError for an empty id
   * @throws RequestError
   */
  readonly completeJourney: (journeyId: string, options?: CallOptions) => Promise<void>;
}

/** Options every client takes. */
export interface TransportOptions {
  /** An axios instance of your own (interceptors, adapters). Default: axios, loaded with the first request. */
  readonly axios?: AxiosInstance;
  /** Longest wait for an answer, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number;
  /** Longest a submission with pictures may take, in milliseconds. Default 180 000. */
  readonly uploadTimeoutMs?: number;
}

export interface JourneyClientOptions extends TransportOptions {
  /** Address and path prefix, without a slash at the end. */
  readonly root: string;
  readonly paths: JourneyPaths;
  readonly skipField: string;
  readonly authorization: () => string | null | Promise<string | null>;
}

/** Sends one call to a path under the client's root. */
export type Send = (
  call: Pick<OutgoingRequest, 'method' | 'body'> & { readonly path: string; readonly signal?: AbortSignal | undefined },
) => Promise<Answer>;

const defaultTimeoutMs = 30_000;
const defaultUploadTimeoutMs = 180_000;

/** What a timer can hold: beyond it, it fires at once. */
const maxTimeoutMs = 2_147_483_647;

/** The calls that the API and a relay answer alike; `send` serves the one that differs, starting a journey. */
export function createJourneyClient(options: JourneyClientOptions): JourneyClient & { readonly send: Send } {
  const { root, paths, skipField, axios, timeoutMs = defaultTimeoutMs, uploadTimeoutMs = defaultUploadTimeoutMs } = options;
  for (const [name, ms] of Object.entries({ timeoutMs, uploadTimeoutMs })) {
    if (!(ms > 0 && ms <= maxTimeoutMs)) {
      throw new ConfigurationError(`\`${name}\` must be a number of milliseconds above 0 and at most ${maxTimeoutMs}.`);
    }
  }

  const request = async (path: string, parts: Omit<OutgoingRequest, 'url' | 'authorization'>) =>
    sendRequest({ ...parts, url: root + path, authorization: await options.authorization() }, axios);
  const send: Send = ({ path, ...call }) => request(path, { ...call, timeoutMs });

  const gate = createSummaryGate({
    load: async (journeyId: string, signal: AbortSignal) => {
      const { body } = await send({ method: 'GET', path: `${paths.summary}/${encodeURIComponent(journeyId)}`, signal });
      return parseSummary(body);
    },
  });

  return {
    send,

    async processStep(step, { signal, onProgress, encoding = 'multipart' } = {}) {
      checkStep(step);
      const body = encoding === 'json' ? await buildJson(step, skipField) : buildMultipart(step, skipField);
      try {
        const { status } = await request(paths.processStep, { method: 'POST', body, timeoutMs: uploadTimeoutMs, signal, onProgress });
        return { journeyId: step.journeyId, stepId: step.stepId, status };
      } finally {
        // Even a failed call may have arrived, so no earlier answer may stand for the journey any longer.
        gate.invalidate(step.journeyId);
      }
    },

    async getSummary(journeyId, { signal } = {}) {
      checkJourneyId(journeyId);
      try {
        return await gate.get(journeyId, signal);
      } catch (error) {
        throw signal?.aborted ? createAbortedError() : error;
      }
    },

    async completeJourney(journeyId, { signal } = {}) {
      checkJourneyId(journeyId);
      try {
        await send({ method: 'POST', path: paths.complete, body: { journey_id: journeyId }, signal });
      } finally {
        gate.invalidate(journeyId);
      }
    },
  };
}

function checkJourneyId(journeyId: string): void {
  if (!journeyId) throw new ConfigurationError('`journeyId` is empty: pass the id that starting the journey gave.');
}

function checkStep(step: StepSubmission | StepSkip): void {
  checkJourneyId(step.journeyId);
  if (!step.stepId) throw new ConfigurationError('`stepId` is empty: pass the id of the step as Flow Builder shows it, such as "0".');
  if ('skip' in step) return;
  if (toBlob(step.image).size === 0) throw new ConfigurationError('`image` holds 0 bytes: pass a prepared picture.');
  if (step.image2 && toBlob(step.image2).size === 0)
    throw new ConfigurationError('`image2` holds 0 bytes: pass a prepared picture or leave it out.');
}
