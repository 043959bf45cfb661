import type { AxiosInstance } from 'axios';
import type { JourneyPaths } from '../contract/journeyPaths.ts';
import type { Receipt, StepSkip, StepSubmission } from '../contract/step.ts';
import type { JourneySummary } from '../contract/summary.ts';
import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { RequestError } from '../errors/RequestError.ts';
import { buildMultipart } from './buildMultipart.ts';
import { fetchPart } from './fetchPart.ts';
import { createSummaryGate } from './createSummaryGate.ts';
import { createSummaryReader } from './createSummaryReader.ts';
import { createAbortedError } from './createAbortedError.ts';
import { type Answer, type OutgoingRequest, sendRequest } from './sendRequest.ts';
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
  /**
   * Name of this submission, the same however often it is sent: 1 to 128 letters, digits and `- _ . ~`. A relay forwards
   * one name once and answers the next one as the first; the API itself knows no such thing, so a backend's client does
   * not send it.
   */
  readonly key?: string | undefined;
  /**
   * The submission may have been sent before, and this client does not know of it (after a reload, say). A relay that has
   * no memory of the key then does not forward it, and says `outcome_unknown`. What this client has sent it knows by itself.
   */
  readonly again?: boolean | undefined;
  /** The person asked for it to be sent, knowing that it may have arrived already: their word goes over `outcome_unknown`. */
  readonly confirmed?: boolean | undefined;
}

export interface GetSummaryOptions extends CallOptions {
  /** A reading that is known already: only one made after it is given, and none from before the end of a submission meanwhile. */
  readonly unlike?: JourneySummary | undefined;
}

/** What can be done with a journey that has begun, whether straight at the API or through a relay. */
export interface JourneyClient {
  /**
   * Submits (or skips) one step. Resolves when the API has taken it; the verdict is in the summary.
   *
   * Never repeated by itself: a lost answer does not mean a lost submission. The one exception is a session that had
   * expired and was renewed, since the relay had refused the submission; its progress then begins anew.
   *
   * @throws ConfigurationError for an empty id or a picture of 0 bytes
   * @throws RequestError; its `mayHaveArrived` says whether it is safe to send the same again
   */
  readonly processStep: (step: StepSubmission | StepSkip, options?: ProcessStepOptions) => Promise<Receipt>;
  /**
   * Reads the Journey Summary, at most once in two seconds per journey: callers share one call, an answer younger
   * than that is served again, and after a submission the next call waits for its turn.
   *
   * With `unlike` it resolves with a later reading, and paces itself, so that it can be called again at once with what it
   * gave. Through a relay it waits there for the reading to differ, for as long as the client's `summaryWaitMs`; else it is
   * the next one that the two seconds allow. After a failure the caller keeps the pace.
   *
   * @throws ConfigurationError for an empty id
   * @throws RequestError | ContractError
   */
  readonly getSummary: (journeyId: string, options?: GetSummaryOptions) => Promise<JourneySummary>;
  /**
   * Finalises the journey with what was submitted so far; afterwards no step can be changed.
   *
   * @throws ConfigurationError for an empty id
   * @throws RequestError
   */
  readonly completeJourney: (journeyId: string, options?: CallOptions) => Promise<void>;
  /**
   * Whether a submission that is sent again with the same `key` is known for the same, so that sending it again cannot
   * double it: it is answered as the first time, forwarded when it never arrived, or refused with `outcome_unknown`.
   */
  readonly keepsKeys?: boolean;
  /**
   * 32 bytes to encrypt pictures with that are kept in the browser: the relay derives them from the journey, so they come
   * back as long as the session can be had, and are nowhere else. `null` when there is no session, or a relay that gives
   * no key. Only a relay's client has it.
   *
   * @throws RequestError when the session has expired and is not renewed, or the relay cannot be reached
   */
  readonly pictureKey?: (options?: CallOptions) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** As in the client's options. */
  readonly environment?: JourneyEnvironment | undefined;
  /** As in the client's options. */
  readonly keepPicturesMs?: number | undefined;
  /** As in the client's options. */
  readonly toPublicSummary?: ((summary: JourneySummary) => JourneySummary) | undefined;
}

/** Options every client takes. */
export interface TransportOptions {
  /** An axios instance of your own (interceptors, adapters). Default: axios, loaded with the first request. */
  readonly axios?: AxiosInstance;
  /** Longest wait for an answer, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number;
  /** Longest a submission with pictures may take, in milliseconds. Default 180 000. */
  readonly uploadTimeoutMs?: number;
  /** The page's clock, network, visibility, locks and tabs. Default: its own. */
  readonly environment?: JourneyEnvironment | undefined;
  /**
   * How long pictures that were taken and not submitted are kept over a reload, encrypted, in milliseconds; 0 for never. Default
   * 86 400 000 (a day).
   */
  readonly keepPicturesMs?: number | undefined;
  /**
   * What queries and caches may hold of a summary, and so what reaches the browser when a server prefetches it. Default: `toPublicSummary`,
   * without the interim assessment and its rules. `getSummary` itself gives all of it.
   */
  readonly toPublicSummary?: ((summary: JourneySummary) => JourneySummary) | undefined;
  /** A clock in milliseconds that never goes back, for the pace of summaries. Default `performance.now`. */
  readonly now?: (() => number) | undefined;
  /** Waits on that clock, and rejects with the signal's reason when it fires. Default `setTimeout`. */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

export interface JourneyClientOptions extends TransportOptions {
  /** Address and path prefix, without a slash at the end. */
  readonly root: string;
  readonly paths: JourneyPaths;
  readonly skipField: string;
  readonly authorization: () => string | null;
  /** What differs where a relay answers. */
  readonly relay?: {
    readonly summaryWaitMs: number;
    /** Resolves when there is another session than the one that was refused. */
    readonly renew: (refused: string | null, signal: AbortSignal | undefined) => Promise<void>;
  };
}

/** Sends one call to a path under the client's root. */
export type Send = (
  call: Pick<OutgoingRequest, 'method' | 'body' | 'headers'> & {
    readonly path: string;
    readonly signal?: AbortSignal | undefined;
    readonly timeoutMs?: number;
  },
) => Promise<Answer>;

export const defaultTimeoutMs = 30_000;
const defaultUploadTimeoutMs = 180_000;

/** What a timer can hold: beyond it, it fires at once. */
const maxTimeoutMs = 2_147_483_647;

/** The calls that the API and a relay answer alike; `send` serves the one that differs, starting a journey. */
export function createJourneyClient(options: JourneyClientOptions): JourneyClient & { readonly send: Send } {
  const { root, paths, skipField, axios, relay, timeoutMs = defaultTimeoutMs, uploadTimeoutMs = defaultUploadTimeoutMs } = options;
  for (const [name, ms] of Object.entries({ timeoutMs, uploadTimeoutMs })) {
    if (!(ms > 0 && ms <= maxTimeoutMs)) {
      throw new ConfigurationError(`\`${name}\` must be a number of milliseconds above 0 and at most ${maxTimeoutMs}.`);
    }
  }

  const request = async (path: string, parts: Omit<OutgoingRequest, 'url' | 'authorization'>): Promise<Answer> => {
    const authorization = options.authorization();
    const call = { ...parts, url: root + path };
    try {
      return await sendRequest({ ...call, authorization }, axios);
    } catch (error) {
      if (!relay || !(error instanceof RequestError) || error.code !== 'request/session-expired') throw error;
      await relay.renew(authorization, parts.signal);
      return await sendRequest({ ...call, authorization: options.authorization() }, axios);
    }
  };
  const send: Send = ({ path, ...call }) => request(path, { timeoutMs, ...call });

  const reader = createSummaryReader({ send, path: paths.summary, waitMs: relay?.summaryWaitMs ?? 0, timeoutMs });
  const { environment, keepPicturesMs, toPublicSummary, now = environment?.now, sleep = environment?.sleep } = options;
  const gate = createSummaryGate({ ...reader, ...(now && { now }), ...(sleep && { sleep }) });
  /** Keys of submissions that may have arrived. */
  const sent = new Set<string>();

  return {
    send,
    environment,
    keepPicturesMs,
    toPublicSummary,

    async processStep(step, { signal, onProgress, encoding = 'multipart', key, again, confirmed } = {}) {
      checkStep(step);
      if (key !== undefined && !/^[\w.~-]{1,128}$/.test(key)) {
        throw new ConfigurationError('`key` must be 1 to 128 letters, digits and - _ . ~ only, such as a UUID.');
      }
      const body =
        encoding === 'json'
          ? await (await fetchPart(() => import('./buildJson.ts'))).buildJson(step, skipField)
          : buildMultipart(step, skipField);
      const retry = confirmed ? 'confirmed' : again || sent.has(key ?? '') ? 'again' : null;
      const headers = relay && key !== undefined ? { 'Idempotency-Key': key, ...(retry && { 'Stepframe-Retry': retry }) } : {};
      try {
        const answer = await request(paths.processStep, { method: 'POST', body, headers, timeoutMs: uploadTimeoutMs, signal, onProgress });
        return { journeyId: step.journeyId, stepId: step.stepId, status: answer.status };
      } catch (error) {
        if (key !== undefined && error instanceof RequestError && error.mayHaveArrived) sent.add(key);
        throw error;
      } finally {
        // Even a failed call may have arrived, so no earlier answer may stand for the journey any longer.
        gate.invalidate(step.journeyId);
      }
    },

    async getSummary(journeyId, { signal, unlike } = {}) {
      checkJourneyId(journeyId);
      try {
        return await gate.get(journeyId, { signal, after: unlike });
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
