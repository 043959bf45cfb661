import type { JourneyEnvironment } from '../environment/JourneyEnvironment.ts';

/** Submissions that have left and are not answered. A lost answer is seen in the summary long before a timeout says so. */
export interface AnswerWatch {
  /**
   * Watches one step until its signal fires. Resolves when the summary shows that the submission arrived; else never.
   *
   * @param hasLeft Whether all of it has left.
   */
  readonly watch: (stepId: string, hasLeft: () => boolean, signal: AbortSignal) => Promise<void>;
  /** Steps whose answer takes so long that the summary should be asked. */
  readonly listOverdue: () => readonly string[];
  /** The summary has another word for the step than before. */
  readonly notice: (stepId: string) => void;
}

/** How long an answer may take before the summary is asked, in milliseconds. Usually it comes at once. */
const answerDueMs = 3_000;

/** @param onOverdue Told when an answer becomes overdue. */
export function createAnswerWatch(environment: JourneyEnvironment, onOverdue: () => void): AnswerWatch {
  const watched = new Map<string, { readonly hasLeft: () => boolean; readonly arrive: () => void }>();
  const overdue = new Set<string>();

  async function wait(stepId: string, hasLeft: () => boolean, signal: AbortSignal): Promise<void> {
    do await environment.sleep(answerDueMs, signal);
    while (!hasLeft());
    overdue.add(stepId);
    onOverdue();
  }

  return {
    listOverdue: () => [...overdue],
    notice(stepId) {
      const found = watched.get(stepId);
      if (found?.hasLeft()) found.arrive();
    },
    watch: (stepId, hasLeft, signal) =>
      new Promise((arrive) => {
        const forget = (): void => {
          watched.delete(stepId);
          overdue.delete(stepId);
        };
        watched.set(stepId, { hasLeft, arrive });
        signal.addEventListener('abort', forget, { once: true });
        wait(stepId, hasLeft, signal).catch(() => undefined);
      }),
  };
}
