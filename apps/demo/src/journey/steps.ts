import type { JourneyDefinition } from '@stepframe/react';

/** Ids of the flow's steps, as Flow Builder would show them. */
export const documentStepId = '0';
export const selfieStepId = '10';

/** The bank's journey: the document, then the selfie. */
export const definition: JourneyDefinition = {
  steps: [
    { id: documentStepId, kind: 'id-document' },
    { id: selfieStepId, kind: 'selfie' },
  ],
};
