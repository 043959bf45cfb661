import { checkCredentials } from '../http/checkCredentials.ts';
import { Refusal } from '../http/Refusal.ts';
import type { SandboxState } from '../SandboxState.ts';
import { completeJourney } from './completeJourney.ts';
import { processStep } from './processStep.ts';
import { readSummary } from './readSummary.ts';
import { startJourney } from './startJourney.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly run: (request: Request, state: SandboxState) => object | Refusal | Promise<object | Refusal>;
}

/** Answers one request. Path and method come first, then the credentials, then the body. It never throws. */
export async function answer(request: Request, state: SandboxState): Promise<Response> {
  const response = await respond(request, state);
  response.headers.set('date', new Date(state.settings.serverNow()).toUTCString());
  return response;
}

async function respond(request: Request, state: SandboxState): Promise<Response> {
  try {
    const result = await dispatch(request, state);
    return result instanceof Refusal ? result.toResponse() : Response.json(result, { headers: { 'cache-control': 'no-store' } });
  } catch {
    return new Refusal('internal_error', 'The sandbox failed. A scenario of your own may have thrown.').toResponse();
  }
}

async function dispatch(request: Request, state: SandboxState): Promise<object | Refusal> {
  const route = findRoute(new URL(request.url).pathname, state);
  if (!route) return new Refusal('missing_requested_resource', 'There is no operation at this path. Check the path prefix and the paths.');
  if (request.method !== route.method) {
    return new Refusal('method_not_allowed', `This path takes ${route.method} only.`, { allow: route.method });
  }
  const denied = checkCredentials(request.headers.get('authorization'), state.settings.credentials);
  return denied ?? route.run(request, state);
}

function findRoute(pathname: string, { settings: { pathPrefix, paths } }: SandboxState): Route | null {
  if (!pathname.startsWith(pathPrefix)) return null;
  const path = pathname.slice(pathPrefix.length);
  if (path === paths.start) return { method: 'POST', run: startJourney };
  if (path === paths.processStep) return { method: 'POST', run: processStep };
  if (path === paths.complete) return { method: 'POST', run: completeJourney };
  const [, segment] = path.startsWith(`${paths.summary}/`) ? (/^\/([^/]+)$/.exec(path.slice(paths.summary.length)) ?? []) : [];
  const journeyId = segment === undefined ? null : decode(segment);
  return journeyId === null ? null : { method: 'GET', run: (_request, state) => readSummary(journeyId, state) };
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
