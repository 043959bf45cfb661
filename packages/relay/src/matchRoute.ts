import { defaultJourneyPaths, defaultPathPrefix, renewSessionPath } from '@stepframe/core';
import type { RelayRoute } from './RelayEvent.ts';

export interface RouteMatch {
  readonly route: RelayRoute;
  readonly method: 'GET' | 'POST';
  /** Journey named in the path; `null` on routes that name none. */
  readonly journeyId: string | null;
}

/** Finds the operation of a path: the API's documented paths under `basePath`, that of a session's renewal, and nothing else. */
export function matchRoute(basePath: string, pathname: string): RouteMatch | null {
  const prefix = basePath + defaultPathPrefix;
  if (!pathname.startsWith(`${prefix}/`)) return null;
  const path = pathname.slice(prefix.length);
  if (path === defaultJourneyPaths.start) return { route: 'start', method: 'POST', journeyId: null };
  if (path === defaultJourneyPaths.processStep) return { route: 'processStep', method: 'POST', journeyId: null };
  if (path === defaultJourneyPaths.complete) return { route: 'complete', method: 'POST', journeyId: null };
  if (path === renewSessionPath) return { route: 'renew', method: 'POST', journeyId: null };
  const id = path.startsWith(`${defaultJourneyPaths.summary}/`) ? path.slice(defaultJourneyPaths.summary.length + 1) : '';
  if (id === '' || id.includes('/')) return null;
  try {
    return { route: 'summary', method: 'GET', journeyId: decodeURIComponent(id) };
  } catch {
    return null;
  }
}
