import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';

/** Submissions that have left and are not answered. A lost answer is seen in the summary long before a timeout says so. */
export interface AnswerLookout {
  /**
   * Watches one step until its signal fires, and reads the summary while the answer is overdue. Resolves when the summary shows that the
   * submission arrived; else never.
   *
   * @param hasLeft Whether all of it has left.
   */
  readonly watch: (stepId: string, hasLeft: () => boolean, signal: AbortSignal) => Promise<void>;
  /** Steps whose answer is overdue. */
  readonly listOverdue: () => readonly string[];
  /** The summary has another word for the step than before. */
  readonly notice: (stepId: string) => void;
}

/** How long an answer may take before the summary is read, in milliseconds. Usually it comes at once. */
const answerDueMs = 3_000;

export interface AnswerLookoutOptions {
  readonly environment: JourneyEnvironment;
  /** Reads the summary; held until there is news, where that is possible. */
  readonly read: () => Promise<unknown>;
  /** How long until the summary is to be read again, in milliseconds. */
  readonly untilNextRead: () => number;
  /** Told when an answer becomes overdue. */
  readonly onOverdue: () => void;
}

export function createAnswerLookout({ environment, read, untilNextRead, onOverdue }: AnswerLookoutOptions): AnswerLookout {
  const watched = new Map<string, { readonly hasLeft: () => boolean; readonly arrive: () => void }>();
  const overdue = new Set<string>();

  async function look(stepId: string, hasLeft: () => boolean, signal: AbortSignal): Promise<void> {
    do await environment.sleep(answerDueMs, signal);
    while (!hasLeft());
    overdue.add(stepId);
    onOverdue();
    // At the pace of the caches that watch the summary, and in their place in a hidden page or where there is none.
    for (;;) {
      await environment.sleep(untilNextRead(), signal);
      await read().catch(() => undefined);
    }
  }

  return {
    listOverdue: () => [...overdue],
    notice(stepId) {
      const found = watched.get(stepId);
      if (found?.hasLeft()) found.arrive();
    },
    watch: (stepId, hasLeft, signal) =>
      new Promise((arrive) => {
        watched.set(stepId, { hasLeft, arrive });
        signal.addEventListener(
          'abort',
          () => {
            watched.delete(stepId);
            overdue.delete(stepId);
          },
          { once: true },
        );
        look(stepId, hasLeft, signal).catch(() => undefined);
      }),
  };
}
