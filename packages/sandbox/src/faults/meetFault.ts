import { breakResponse } from './breakResponse.ts';
import type { ArrivalPoint, Fault } from './Fault.ts';
import type { LocalCall } from './localCalls.ts';
import type { OpenBody } from './openBody.ts';
import { toFaultResponse } from './toFaultResponse.ts';

/** One call on its way into a fault. */
export interface FaultyCall {
  readonly fault: Fault;
  readonly body: OpenBody;
  /** Who answers when the fault lets the call through. */
  readonly handle: (request: Request) => Promise<Response>;
  readonly local: LocalCall | undefined;
  /** Called when the fault's point is reached. Waits as the fault says; rejects when the connection is gone meanwhile. */
  readonly wait: (isWholeRequestThere: boolean) => Promise<void>;
  /** The receiver's own time, in milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Takes a call to its fault's point, and lets it happen there.
 *
 * @throws TypeError where the connection breaks, as `fetch` does.
 */
export async function meetFault(call: FaultyCall): Promise<Response> {
  const { fault, wait, now } = call;
  const { at = 'received', effect } = fault;
  const act = async (isWholeRequestThere: boolean) => {
    await wait(isWholeRequestThere);
    if (effect === 'cut') throw new TypeError('The connection was cut here, as a fault asked for.');
  };
  if (typeof at === 'object' && 'responseShare' in at) return breakResponse(await carryOut(call), at.responseShare, () => act(true));

  const response = at === 'taken' ? await carryOut(call) : null;
  if (!response) await receive(call, at);
  await act(at === 'received' || at === 'taken');
  if (typeof effect === 'object') return toFaultResponse(effect, now());
  return response ?? carryOut(call);
}

async function carryOut({ body, handle, local }: FaultyCall): Promise<Response> {
  const request = await body.toRequest();
  local?.report(1);
  return handle(request);
}

async function receive({ body, local }: FaultyCall, at: ArrivalPoint): Promise<void> {
  if (typeof at === 'string') {
    if (at !== 'connect') await body.read(Infinity);
    local?.report(at === 'connect' ? 0 : 1);
    return;
  }
  const bytes = 'requestShare' in at ? await body.toBytes(at.requestShare) : at.requestBytes;
  await body.read(bytes);
  if (!local) return;
  // Without a wire only a body that was read is known in its length.
  const share = 'requestShare' in at ? at.requestShare : bytes / Math.max(bytes, await body.read(Infinity));
  local.report(Number.isNaN(share) ? 0 : share);
}
