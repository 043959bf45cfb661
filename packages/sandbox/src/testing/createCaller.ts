import { createSandbox, type Sandbox } from '../createSandbox.ts';
import { createTestImage } from '../images/createTestImage.ts';
import type { WireSummary } from '../journey/toSummary.ts';
import type { SandboxOptions } from '../SandboxOptions.ts';

/** An answer, read to its end. `body` is whatever JSON came. */
export interface CallerAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A hand-written client for the sandbox's own tests: it shares no code with the real one. */
export interface Caller {
  readonly sandbox: Sandbox;
  /** Moves the sandbox's clock on. */
  readonly advance: (ms: number) => void;
  readonly call: (method: string, path: string, init?: { body?: BodyInit; headers?: Record<string, string> }) => Promise<CallerAnswer>;
  readonly post: (path: string, json: unknown) => Promise<CallerAnswer>;
  /** Starts a journey through a flow and gives its id. */
  readonly start: (flowId?: string) => Promise<string>;
  /** Submits fields as multipart; a good picture when none is given. */
  readonly submit: (journeyId: string, stepId: string, fields?: Record<string, string | Blob>) => Promise<CallerAnswer>;
  /** Asks for a summary after a pause long enough to be allowed. */
  readonly summary: (journeyId: string) => Promise<WireSummary>;
}

export const authorization = `Basic ${btoa('sandbox-key:sandbox-secret')}`;

/** Creates a sandbox on a made-up clock, and someone to call it. */
export function createCaller(options: SandboxOptions = {}): Caller {
  let nowMs = Date.UTC(2026, 0, 1);
  const sandbox = createSandbox({ now: () => nowMs, ...options });

  const call: Caller['call'] = async (method, path, { body, headers = {} } = {}) => {
    const request = new Request(`http://sandbox.test/journey/v2${path}`, {
      method,
      headers: { authorization, ...headers },
      ...(body !== undefined && { body }),
    });
    const response = await sandbox.handle(request);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
  };
  const post: Caller['post'] = (path, json) =>
    call('POST', path, { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } });

  return {
    sandbox,
    call,
    post,
    advance: (ms) => {
      nowMs += ms;
    },
    async start(flowId = 'approved') {
      const { body } = await post('/start-journey', { flow_id: flowId, reference_no: 'ref-1' });
      return String(body['journey_id']);
    },
    submit: (journeyId, stepId, fields = { image: createTestImage() }) => {
      const form = new FormData();
      form.append('journey_id', journeyId);
      form.append('step_id', stepId);
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return call('POST', '/process-journey-step', { body: form });
    },
    async summary(journeyId) {
      nowMs += 2_000;
      const { body } = await call('GET', `/summary/${journeyId}`);
      return body as unknown as WireSummary;
    },
  };
}
