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

/** A stand-in: the conditions of a proof of address are documented (proof-of-address block), their codes are not. */
export const addressTooOld: UserFeedback = {
  code: 'feedback_proof_of_address_too_old',
  title: 'Document too old',
  details: 'The document was issued too long ago. Photograph one from the last three months.',
};

/** A stand-in, so that a submission that was sent twice shows. */
export const doubledSubmission: UserFeedback = {
  code: 'feedback_submitted_twice',
  title: 'Submitted twice',
  details: 'The same step was submitted twice at once.',
};

/** A code that no client can know: the table of codes is open. */
export const unheardOf: UserFeedback = {
  code: 'feedback_hologram_unreadable',
  title: 'Hologram not readable',
  details: 'Tilt the document a little, so that the hologram does not reflect.',
};
