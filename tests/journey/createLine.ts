import {
  createFaults,
  type Faults,
  type FaultsOptions,
  type InjectedFault,
  type Injection,
  type SandboxOperation,
} from '@stepframe/sandbox';
import type { AxiosRequest } from '@stepframe/sandbox/testing';

type Answer = (request: Request) => Promise<Response>;
type Progress = NonNullable<AxiosRequest['onUploadProgress']>;

/** What lies between a browser and a relay. */
export interface Line extends Pick<Faults<SandboxOperation>, 'inject'> {
  /**
   * Leads one call over the line: to be asked, and told of its body's progress, in place of `answer` and `onProgress`.
   *
   * @param gone Fires when nobody waits for the call any more.
   */
  readonly lead: <Tell extends Progress>(
    operation: SandboxOperation | null,
    answer: Answer,
    onProgress: Tell | undefined,
    gone: AbortSignal,
  ) => readonly [Answer, Tell | undefined];
}

/** A fault in the middle of an upload: what was sent until then is at the other end. */
interface Part {
  readonly share: number;
  readonly effect: 'cut' | 'stall' | 'proceed';
  readonly delayMs: number;
  left: number;
  readonly onMet: () => void;
  readonly released: Promise<void>;
}

/**
 * A line with faults. Those in the middle of an upload differ from the sandbox's own: the relay gets the beginning, as it would over a
 * wire, and may answer it.
 */
export function createLine(options: Required<FaultsOptions<SandboxOperation>>): Line {
  const faults = createFaults(options);
  const parts: Part[] = [];

  function injectPart({ fault, times = 1 }: Injection<SandboxOperation>, share: number): InjectedFault {
    let met = 0;
    let release = (): void => {};
    let tell = (): void => {};
    const first = new Promise<void>((resolve) => (tell = resolve));
    const part: Part = {
      share,
      effect: typeof fault.effect === 'string' ? fault.effect : 'cut',
      delayMs: fault.delayMs ?? 0,
      left: times,
      onMet() {
        met += 1;
        tell();
      },
      released: new Promise((resolve) => (release = resolve)),
    };
    parts.push(part);
    return {
      met: () => met,
      whenMet: () => first,
      release,
      remove() {
        part.left = 0;
      },
    };
  }

  /** Waits as the fault says, and breaks where it says so. */
  async function wait({ effect, delayMs, released }: Part, gone: AbortSignal): Promise<void> {
    const left = new Promise<never>((_, reject) => {
      const leave = (): void => reject(new TypeError('connection reset'));
      gone.addEventListener('abort', leave);
      if (gone.aborted) leave();
    });
    if (effect !== 'stall') await Promise.race([options.sleep(delayMs, gone).then(() => undefined), released, left]);
    else await Promise.race([released, left]);
    if (effect === 'cut') throw new TypeError('connection reset');
  }

  function leadPart(part: Part, answer: Answer, onProgress: Progress | undefined, gone: AbortSignal): readonly [Answer, undefined] {
    part.left -= 1;
    const report = (share: number): void => onProgress?.({ loaded: share, bytes: share, progress: share, lengthComputable: true });
    const ask: Answer = async (request) => {
      const bytes = new Uint8Array(await request.arrayBuffer());
      const split = Math.floor(bytes.length * part.share);
      report(part.share);
      part.onMet();
      const going = wait(part, gone);
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          if (split > 0) controller.enqueue(bytes.subarray(0, split));
          await going;
          report(1);
          controller.enqueue(bytes.subarray(split));
          controller.close();
        },
      });
      const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: request.headers, body, duplex: 'half' };
      const answered = answer(new Request(request.url, init));
      answered.catch(() => undefined);
      // It may answer before it has all of it; when the line breaks nobody hears that.
      return await Promise.race([answered, going.then(() => answered)]);
    };
    return [ask, undefined];
  }

  return {
    inject(injection) {
      const { operation, fault } = injection;
      const { at, effect } = fault;
      const isPart = operation === 'processStep' && typeof at === 'object' && 'requestShare' in at && at.requestShare < 1;
      return isPart && typeof effect === 'string' ? injectPart(injection, at.requestShare) : faults.inject(injection);
    },
    lead(operation, answer, onProgress, gone) {
      const part = operation === 'processStep' ? parts.find(({ left }) => left > 0) : undefined;
      return part ? leadPart(part, answer, onProgress, gone) : [faults.around(answer), onProgress];
    },
  };
}
