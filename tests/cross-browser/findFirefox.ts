import { findProgram } from './findProgram.ts';

/** The path of an installed Firefox; `null` when there is none. */
export function findFirefox(): string | null {
  return findProgram(['firefox-esr', 'firefox'], ['/Applications/Firefox.app/Contents/MacOS/firefox']);
}
