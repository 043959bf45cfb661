import { askHost, isResponse } from './askHost.ts';
import { Refusal } from './Refusal.ts';
import type { Exchange, RelayContext, Reply } from './RelayContext.ts';
import { writeSession } from './writeSession.ts';

/**
 * Hands out another session of the same journey, when the host still lets the same person go on with it. The session that
 * comes with the request may have expired.
 */
export async function renewSession({ settings, sessions }: RelayContext, { request }: Exchange): Promise<Reply | Response> {
  const session = await sessions.verifyForRenewal(request);
  const granted = await askHost(settings, request, null, 'renew');
  if (isResponse(granted)) return granted;
  if (granted.subject !== session.subject) throw new Refusal(403, 'other_subject', 'This session is for somebody else.');
  const issued = await sessions.issue(session);
  return { status: 200, body: { session: await writeSession(issued, settings.sessionSecret, session.journeyId) } };
}
