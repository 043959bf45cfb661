/** Key of a journey's summary. */
export type SummaryQueryKey = readonly ['stepframe', journeyId: string, 'summary'];

/** Key of a step's submissions. */
export type StepMutationKey = readonly ['stepframe', journeyId: string, 'step', stepId: string];

/** Key of completing a journey. */
export type CompleteMutationKey = readonly ['stepframe', journeyId: string, 'complete'];

/** Where a journey lies in the host's caches: `invalidateQueries({ queryKey: journeyKeys.journey(id) })` after a webhook, say. */
export const journeyKeys = {
  /** All that belongs to the kit. */
  all: ['stepframe'],
  /** All that belongs to one journey. */
  journey: (journeyId: string): readonly ['stepframe', journeyId: string] => ['stepframe', journeyId],
  summary: (journeyId: string): SummaryQueryKey => ['stepframe', journeyId, 'summary'],
  step: (journeyId: string, stepId: string): StepMutationKey => ['stepframe', journeyId, 'step', stepId],
  complete: (journeyId: string): CompleteMutationKey => ['stepframe', journeyId, 'complete'],
  /** Starting a journey, which has no id yet. */
  start: ['stepframe', 'start'],
} as const;
