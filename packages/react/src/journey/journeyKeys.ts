type Key = readonly string[];

/** Every react-query key of the package, in one place. */
export const journeyKeys = {
  summary: (journeyId: string): Key => ['stepframe', 'summary', journeyId],
  /** All submissions of a journey. */
  steps: (journeyId: string): Key => ['stepframe', 'step', journeyId],
  /** Submissions of one step. */
  step: (journeyId: string, stepId: string): Key => ['stepframe', 'step', journeyId, stepId],
  complete: (journeyId: string): Key => ['stepframe', 'complete', journeyId],
};
