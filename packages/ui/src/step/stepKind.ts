/** What a step asks for. */
export type StepKind = 'document' | 'selfie';
