import { randomUUID } from 'node:crypto';
import type { StartGrant } from '@stepframe/relay';
import { scenarios } from '@stepframe/sandbox';
import { readVisitor } from './readVisitor.ts';

/**
 * Says who may start a journey, or go on with it, and which. In the demo anyone may, and the visitor picks the scenario; whoever goes on
 * must be the one who began.
 *
 * A real host looks up its own signed-in customer here, by the request's cookie, and chooses flow and reference itself.
 */
export function authorizeVisitor(request: Request, body: unknown): StartGrant | Response {
  const scenario = typeof body === 'object' && body !== null && 'scenario' in body ? body.scenario : 'approved';
  if (typeof scenario !== 'string' || !Object.hasOwn(scenarios, scenario)) {
    return Response.json({ success: false, message: 'The sandbox has no such scenario.', error_code: 'unknown_scenario' }, { status: 400 });
  }
  const subject = readVisitor(request.headers.get('cookie')) ?? randomUUID();
  return { subject, flowId: scenario, referenceNo: `demo-${randomUUID()}` };
}
