import { describe, expect, it } from 'vitest';
import { matchRoute } from './matchRoute.ts';

describe('matchRoute', () => {
  it.each([
    ['/stepframe/journey/v2/start-journey', 'start', null],
    ['/stepframe/journey/v2/process-journey-step', 'processStep', null],
    ['/stepframe/journey/v2/complete-journey', 'complete', null],
    ['/stepframe/journey/v2/renew-session', 'renew', null],
    ['/stepframe/journey/v2/summary/6568c0', 'summary', '6568c0'],
    ['/stepframe/journey/v2/summary/a%2Fb', 'summary', 'a/b'],
  ])('finds %s', (path, route, journeyId) => {
    expect(matchRoute('/stepframe', path)).toMatchObject({ route, journeyId });
  });

  it.each([
    '/',
    '/stepframe',
    '/stepframe/journey/v2',
    '/stepframe/journey/v2/',
    '/stepframe/journey/v2/start-journey/',
    '/stepframe/journey/v2/summary',
    '/stepframe/journey/v2/summary/',
    '/stepframe/journey/v2/summary/a/b',
    '/stepframe/journey/v2/summary/%E0%A4%A',
    '/stepframe/journey/v2/result/6568c0',
    '/stepframe/v2/start-journey',
    '/stepframes/journey/v2/start-journey',
    '/journey/v2/start-journey',
    '/other/stepframe/journey/v2/start-journey',
  ])('finds nothing at %s', (path) => {
    expect(matchRoute('/stepframe', path)).toBeNull();
  });

  it('answers at the root when the base path is empty', () => {
    expect(matchRoute('', '/journey/v2/start-journey')?.route).toBe('start');
  });
});
