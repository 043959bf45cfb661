import {
  type Client,
  createClient,
  createJourney,
  createRelayClient,
  defaultJourneyPaths,
  type Journey,
  type JourneyClient,
  type JourneyEnvironment,
  type JourneyEvent,
  type RelayClient,
} from '@stepframe/core';
import { createRelay, type Relay, type RelayOptions } from '@stepframe/relay';
import { createSandbox, type Sandbox, type SandboxOptions } from '@stepframe/sandbox';
import { createAxiosAdapter, createVirtualClock, createVirtualTabs, type VirtualClock, type VirtualTab } from '@stepframe/sandbox/testing';
import axios from 'axios';
import { createLine, type Line } from './createLine.ts';
import { loadParts } from './loadParts.ts';
import { loadQueryCore } from './loadQueryCore.ts';
import { openCachedJourney } from './openCachedJourney.ts';
import { quickenCrypto } from './quickenCrypto.ts';
import { untilBroken } from './untilBroken.ts';

/** One tab with the journey open in it. */
export interface OpenTab extends VirtualTab {
  readonly journey: Journey;
  readonly client: JourneyClient;
  readonly events: readonly JourneyEvent[];
}

/** Sandbox, relay, the line between relay and browser, and any number of tabs, all on one clock that the test moves. */
export interface World {
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  /** Faults between browser and relay; those of the sandbox are between relay and API. */
  readonly line: Pick<Line, 'inject'>;
  readonly journeyId: string;
  readonly openTab: () => OpenTab;
  /** How often a submission left a browser, or began to. */
  readonly countSendings: () => number;
  /** A client of a relay that has no session yet. */
  readonly connect: () => RelayClient;
  /** A client of the host's own backend. */
  readonly connectStraight: () => Client;
  /** Ends the relay's process and, after three seconds, starts another one, which remembers nothing. */
  readonly restartRelay: () => Promise<void>;
  /** Whether the host knows the person, and so lets a session be renewed. */
  readonly setSignedIn: (isSignedIn: boolean) => void;
  /** Puts the real timers back. */
  readonly close: () => void;
}

export interface WorldOptions extends SandboxOptions {
  readonly flowId: string;
  readonly random?: (() => number) | undefined;
  /** `straight`: a backend's client without a relay, whose line is the one to the API. Default `relay`. */
  readonly way?: 'relay' | 'straight' | undefined;
  /** How long each call takes on each way of each hop, in milliseconds. Default: no time. */
  readonly latencyMs?: (() => number) | undefined;
  readonly relay?: Partial<RelayOptions> | undefined;
  /** Who keeps the journey in a tab: an owner of its own, or a cache of queries and mutations. Default `owner`. */
  readonly store?: Store | undefined;
}

export type Store = 'owner' | 'cache';

type Answer = (request: Request) => Promise<Response>;

/** Begins a journey in a sandbox of its own. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { flowId, random, way = 'relay', store = 'owner', latencyMs, relay: relayOptions, ...sandboxOptions } = options;
  await loadParts();
  const createQueryCore = await loadQueryCore();
  const clock = createVirtualClock({ isBusy: quickenCrypto() });
  const uninstall = clock.install();
  const { now, sleep } = clock;
  const sandbox = createSandbox({ ...sandboxOptions, now, sleep });
  const travel = (answer: Answer): Answer => {
    if (!latencyMs) return answer;
    return async (request) => {
      await sleep(latencyMs());
      const response = await answer(request);
      await sleep(latencyMs());
      return response;
    };
  };
  const reachApi = travel(sandbox.handle);
  let isSignedIn = true;
  const startRelay = (): Relay =>
    createRelay({
      credentials: sandbox.credentials,
      baseUrl: 'https://api.example',
      sessionSecret: 'a secret of the tests, long enough for a signature',
      authorize: () => (isSignedIn ? { subject: 'person', flowId, referenceNo: 'test' } : null),
      fetch: (url, init) => reachApi(toWire(new Request(url, init))),
      now,
      sleep,
      ...relayOptions,
    });
  let relay: Relay | null = startRelay();
  /** Ends what reaches the relay's process. */
  let process = new AbortController();
  const line = createLine({ operations: defaultJourneyPaths, now, sleep });
  const openVirtualTab = createVirtualTabs({ clock, random });

  /** Breaks when the relay's process ends. The relay knows when whoever asks has gone. */
  async function askRelay(request: Request, gone: AbortSignal): Promise<Response> {
    if (!relay) throw new TypeError('connection refused');
    const answer = relay(new Request(request, { signal: gone }));
    return await untilBroken(answer, process.signal);
  }

  let sendings = 0;
  const connectWith = (isOnline: () => boolean, cut: () => AbortSignal) =>
    axios.create({
      adapter: async ({ onUploadProgress, ...config }) => {
        const call = new AbortController();
        const cutNow = cut();
        const isSubmission = config.url?.endsWith(defaultJourneyPaths.processStep) ?? false;
        if (isSubmission && isOnline()) sendings += 1;
        const answer: Answer = way === 'relay' ? (request) => askRelay(request, call.signal) : sandbox.handle;
        const [handleAtOnce, tell] = line.lead(isSubmission ? 'processStep' : null, answer, onUploadProgress, call.signal);
        const handle = travel(handleAtOnce);
        const isOpen = (): boolean => isOnline() && (way === 'straight' || relay !== null);
        const ask = createAxiosAdapter(
          async (request) => {
            if (!isOpen()) throw new TypeError('connection refused');
            return await untilBroken(handle(request), cutNow);
          },
          {
            sleep,
            async onUpload(report) {
              if (isOpen()) return;
              report(0);
              throw new TypeError('connection refused');
            },
          },
        );
        try {
          return await ask({ ...config, ...(tell && { onUploadProgress: tell }) });
        } finally {
          call.abort();
        }
      },
    });
  const always = new AbortController().signal;
  const common = { now, sleep };
  let session: string | null = null;
  const toRelay = (instance: ReturnType<typeof connectWith>, environment?: JourneyEnvironment): RelayClient =>
    createRelayClient({
      ...common,
      environment,
      axios: instance,
      relayUrl: 'https://app.example/stepframe',
      session,
      onSession: ({ token }) => (session = token),
    });
  const toApi = (instance: ReturnType<typeof connectWith>, environment?: JourneyEnvironment) =>
    createClient({ ...common, environment, axios: instance, baseUrl: 'https://api.example', credentials: sandbox.credentials });
  const connectStraight = (): Client => toApi(axios.create({ adapter: createAxiosAdapter(sandbox.handle, { sleep }) }));
  const connect = (): RelayClient =>
    toRelay(
      connectWith(
        () => true,
        () => always,
      ),
    );

  const starting =
    way === 'relay'
      ? connect().startJourney()
      : toApi(
          connectWith(
            () => true,
            () => always,
          ),
        ).startJourney({ flowId, referenceNo: 'test' });
  // Calls that take their time take the clock's.
  await clock.advance(latencyMs ? 1_000 : 0);
  const { journeyId } = await starting;
  await clock.settle();

  return {
    clock,
    sandbox,
    line,
    journeyId,
    countSendings: () => sendings,
    connect,
    connectStraight,
    setSignedIn: (is) => (isSignedIn = is),
    close: uninstall,
    async restartRelay() {
      relay = null;
      process.abort();
      process = new AbortController();
      await clock.advance(3_000);
      relay = startRelay();
    },
    openTab() {
      const tab = openVirtualTab();
      const { environment } = tab;
      const events: JourneyEvent[] = [];
      let network = new AbortController();
      const instance = connectWith(environment.isOnline, () => network.signal);
      const client = way === 'relay' ? toRelay(instance, environment) : toApi(instance, environment);
      const closing = new AbortController();
      const journey =
        store === 'owner'
          ? createJourney({ client, journeyId, environment })
          : openCachedJourney({ core: createQueryCore(), clock, tab, closing: closing.signal, client, journeyId });
      journey.listen((event) => events.push(event));
      journey.subscribe(() => {});
      return {
        ...tab,
        journey,
        client,
        events,
        setOnline(isOnline) {
          tab.setOnline(isOnline);
          if (isOnline) return;
          network.abort();
          network = new AbortController();
        },
        close() {
          tab.close();
          closing.abort();
          network.abort();
        },
      };
    },
  };
}

/** What is sent as a stream is sent in pieces, and nobody knows how much is to come. */
function toWire(request: Request): Request {
  if (request.body && !request.headers.has('content-length')) request.headers.set('transfer-encoding', 'chunked');
  return request;
}
