import type { UserFeedback } from '@stepframe/core';

/** Code and title are documented (docs/user-error-feedback); the details carry its gist in other words. */
export const notPhysicalDocument: UserFeedback = {
  code: 'feedback_not_physical_document',
  title: 'Image not accepted',
  details: 'The picture does not meet the requirements. Photograph the document itself, not a copy or a screen.',
};

/** Code and title are documented (docs/user-error-feedback); the details carry its gist in other words. */
export const documentCropped: UserFeedback = {
  code: 'feedback_document_cropped',
  title: 'Document Cropped',
  details: 'The document is not fully visible. Keep all four corners inside the picture.',
};

/** A stand-in: the rows for selfies are cut off in every copy of the table that could be read. */
export const selfieNotAccepted: UserFeedback = {
  code: 'feedback_selfie_not_accepted',
  title: 'Selfie not accepted',
  details: 'Your face is not clearly visible. Look straight at the camera in even light.',
};

/** A code that no client can know: the table of codes is open. */
export const unheardOf: UserFeedback = {
  code: 'feedback_hologram_unreadable',
  title: 'Hologram not readable',
  details: 'Tilt the document a little, so that the hologram does not reflect.',
};
