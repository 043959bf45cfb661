import { vi } from 'vitest';

/** Long after anything should have come; a wait that is given less is given this. */
export const patienceMs = 30_000;

const { waitFor, waitUntil } = vi;

interface WaitOptions {
  readonly interval?: number;
  readonly timeout?: number;
}

function toPatient(options: number | WaitOptions = {}): WaitOptions {
  const given = typeof options === 'number' ? { timeout: options } : options;
  return { ...given, timeout: Math.max(given.timeout ?? 0, patienceMs) };
}

vi.waitFor = (callback, options) => waitFor(callback, toPatient(options));
vi.waitUntil = (callback, options) => waitUntil(callback, toPatient(options));
