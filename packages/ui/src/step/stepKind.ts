import type { StepSubject } from '@stepframe/react';

/** What a step asks for: its words are those that begin so. */
export type StepKind = 'document' | 'selfie' | 'address' | 'custom';

/** How a step speaks of its pictures, and how they are framed and looked at. */
export interface StepLook {
  readonly kind: StepKind;
  readonly subject: StepSubject;
}
