import type { RelayMemory, SubmissionRecord } from './RelayMemory.ts';

export interface RelayMemoryOptions {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Default 10 000. Records in flight come on top. */
  readonly maxRecords?: number;
  /** Default 86 400 000 (24 hours) since the record was last read or written. */
  readonly maxAgeMs?: number;
}

interface Entry {
  record: SubmissionRecord;
  at: number;
}

/** The memory of one process: what was used least lately goes first. */
export function createRelayMemory(options: RelayMemoryOptions): RelayMemory {
  const { now, maxRecords = 10_000, maxAgeMs = 24 * 60 * 60_000 } = options;
  /** In the order of their last use. */
  const settled = new Map<string, Entry>();
  const inFlight = new Map<string, Set<() => void>>();

  function find(id: string): SubmissionRecord | null {
    if (inFlight.has(id)) return { state: 'in-flight' };
    const entry = settled.get(id);
    if (!entry || now() - entry.at > maxAgeMs) return null;
    keep(id, entry.record);
    return entry.record;
  }

  function keep(id: string, record: SubmissionRecord): void {
    settled.delete(id);
    settled.set(id, { record, at: now() });
    for (const [oldId, { at }] of settled) {
      if (settled.size <= maxRecords && now() - at <= maxAgeMs) break;
      settled.delete(oldId);
    }
  }

  return {
    read: async (id) => find(id),
    async replace(id, expected, record) {
      if ((find(id)?.state ?? null) !== expected) return false;
      const waiting = inFlight.get(id);
      if (record.state === 'in-flight') {
        settled.delete(id);
        inFlight.set(id, waiting ?? new Set());
      } else {
        inFlight.delete(id);
        keep(id, record);
      }
      waiting?.forEach((tell) => tell());
      return true;
    },
    async change(id, signal) {
      const waiting = inFlight.get(id);
      if (!waiting || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const tell = (): void => {
          signal.removeEventListener('abort', tell);
          waiting.delete(tell);
          resolve();
        };
        waiting.add(tell);
        signal.addEventListener('abort', tell, { once: true });
      });
    },
  };
}
