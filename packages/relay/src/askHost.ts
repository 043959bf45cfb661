import { Refusal } from './Refusal.ts';
import type { RelaySettings } from './readOptions.ts';
import type { AuthorizePurpose, StartGrant } from './RelayOptions.ts';

/**
 * Asks the host whom it lets do something.
 *
 * @returns its grant, or its own answer in place of one
 * @throws Refusal 401 when it grants nothing, 500 when it throws or its answer cannot be sent
 */
export async function askHost(
  { authorize }: RelaySettings,
  request: Request,
  body: unknown,
  purpose: AuthorizePurpose,
): Promise<StartGrant | Response> {
  let granted: StartGrant | Response | null;
  try {
    granted = await authorize(request, body, purpose);
  } catch {
    throw new Refusal(500, 'authorize_failed', 'The server could not check who is asking. Try again in a moment.');
  }
  if (granted === null) throw new Refusal(401, 'not_authorized', 'Sign in before going on with a verification.');
  if (isResponse(granted) && (granted.bodyUsed || granted.status < 200)) throw refuseGrant();
  return granted;
}

/** By shape: a server adapter may bring a `Response` class of its own. */
export function isResponse(granted: StartGrant | Response): granted is Response {
  return 'headers' in granted && 'arrayBuffer' in granted;
}

export function refuseGrant(): Refusal {
  return new Refusal(500, 'invalid_grant', 'The server granted a journey in a form that cannot be used. The operator has to look at it.');
}
