import type { ContractErrorCode, RequestErrorCode } from '@stepframe/core';
import type { CameraErrorCode, ImageErrorCode } from '@stepframe/core/capture';

/** An error code without a text does not compile. */
type ErrorKey = `error.${CameraErrorCode | ContractErrorCode | ImageErrorCode | RequestErrorCode}`;

/**
 * Every word the components show, in English; its keys are the list of all texts.
 *
 * Names in braces are filled in. Texts of error codes are `error.<code>`, of the API's feedback codes `feedback.<code>.title`
 * and `.details`; a code that is not here falls back to the API's own words, then to `rejected.title` and `rejected.details`.
 */
export const en = {
  'document.title': 'Photograph your document',
  'document.lead': 'Have your ID card, passport or driving licence in your hand.',
  'document.tip.1': 'Lay it on a plain surface, in even light',
  'document.tip.2': 'Keep all four corners in the frame',
  'document.tip.3': 'Tilt it until no glare covers the text',
  'document.front': 'front',
  'document.back': 'back',
  'document.camera.front': 'Front of the document',
  'document.camera.back': 'Back of the document',
  'document.hint.front': 'Fit the front of your document into the frame',
  'document.hint.back': 'Turn it over and fit the back into the frame',
  'document.review.title': 'Is everything readable?',
  'document.review.lead': 'All four corners visible, no glare, every line sharp.',
  'document.picture.front': 'Your picture of the front',
  'document.picture.back': 'Your picture of the back',
  'document.processing': 'Checking your document',
  'document.accepted': 'Document accepted',

  'selfie.title': 'Take a selfie',
  'selfie.lead': 'We compare your face with the photo on your document.',
  'selfie.tip.1': 'Face the light, with nothing bright behind you',
  'selfie.tip.2': 'Take off sunglasses, hats and masks',
  'selfie.tip.3': 'Look straight into the camera',
  'selfie.front': 'selfie',
  'selfie.back': 'selfie',
  'selfie.camera.front': 'Your selfie',
  'selfie.camera.back': 'Your selfie',
  'selfie.hint.front': 'Bring your face into the oval',
  'selfie.hint.back': 'Bring your face into the oval',
  'selfie.review.title': 'Is your face clear?',
  'selfie.review.lead': 'Your whole face visible, sharp and evenly lit.',
  'selfie.picture.front': 'Your selfie',
  'selfie.picture.back': 'Your selfie',
  'selfie.processing': 'Checking your selfie',
  'selfie.accepted': 'Selfie accepted',

  'action.openCamera': 'Open the camera',
  'action.useCamera': 'Use the camera instead',
  'action.chooseFile': 'Choose a photo',
  'action.chooseFileInstead': 'Choose a photo instead',
  'action.chooseAnotherFile': 'Choose another photo',
  'action.takePicture': 'Take the picture',
  'action.switchCamera': 'Switch camera',
  'action.retake': 'Take it again',
  'action.retakeSide': 'Take the {side} again',
  'action.keep': 'Keep the picture I have',
  'action.next': 'Next: the {side}',
  'action.send': 'Send',
  'action.sendBoth': 'Send both sides',
  'action.sendAgain': 'Send again',
  'action.cancel': 'Cancel',
  'action.tryAgain': 'Try again',
  'action.takeNew': 'Take a new picture',
  'action.back': 'Back to the picture',
  'action.continue': 'Continue',

  'instructions.permission': 'Your browser will ask whether it may use the camera.',
  'camera.opening': 'Starting the camera…',
  'camera.blocked': 'The camera cannot be used',
  'file.title': 'Choose a photo of the {side}',
  'file.lead': 'JPEG, PNG or WebP, up to {limit}.',
  preparing: 'Preparing your picture…',
  'uploading.title': 'Sending',
  'uploading.lead': 'Keep this page open until it is done.',
  'uploading.progress': '{percent} sent',
  'processing.lead': 'This usually takes a few seconds.',
  'processing.offline': 'The connection is lost. We keep asking; nothing you sent is lost.',
  'accepted.lead': 'You can go on to the next step.',
  'rejected.title': 'That picture did not work',
  'rejected.details': 'Please take a new one, in good light and with everything in the frame.',
  'concluded.title': 'Submitted',
  'concluded.details': 'There is nothing more to do here. What you sent will be looked at.',
  'failed.title': 'Not sent yet',
  'failed.kept': 'Your picture is kept.',
  loading: 'Loading…',
  'unreachable.title': 'We cannot reach the service',

  'error.unknown': 'Something went wrong on our side. Please try again.',
  'error.camera/denied':
    'The camera is blocked for this site. Allow it with the camera or lock symbol beside the address, then try again. You can also choose a photo.',
  'error.camera/not-found': 'No camera was found. Connect one and try again, or choose a photo.',
  'error.camera/in-use': 'Another app or tab seems to be using the camera. Close it and try again, or choose a photo.',
  'error.camera/overconstrained': 'This camera does not fit. Switch to another one, or choose a photo.',
  'error.camera/insecure-context': 'The camera only works on a secure (https) page. Choose a photo instead.',
  'error.camera/policy-blocked': 'This page may not use the camera where it is shown. Choose a photo instead.',
  'error.camera/unsupported': 'This browser cannot use the camera here. Choose a photo, or open the page in another browser.',
  'error.camera/interrupted': 'The camera was interrupted. Try again, or choose a photo.',
  'error.camera/timeout': 'The camera sends no picture. Try again, switch to another camera, or choose a photo.',
  'error.image/empty': 'That file is empty. Please choose another photo.',
  'error.image/unsupported-type': 'That file is not a photo we can read. Please choose a JPEG, PNG or WebP picture.',
  'error.image/unsupported-type.application/pdf': 'That file is a PDF. Please choose a photo (JPEG, PNG or WebP), or use the camera.',
  'error.image/unsupported-type.image/heic':
    'That photo is in HEIC format, which this browser cannot read. Save it as JPEG (on iPhone: Settings, Camera, Formats, Most Compatible), or use the camera.',
  'error.image/corrupt': 'That photo is damaged or incomplete. Please choose another one, or take a new picture.',
  'error.image/too-small': 'That photo is too small to read. It needs at least {limit} pixels on each side.',
  'error.image/too-large': 'That photo is too large to open here. Please choose a smaller one, or use the camera.',
  'error.image/over-byte-limit': 'That photo cannot be made small enough to send. Please use the camera.',
  'error.image/canvas-unavailable': 'Your browser ran out of memory for pictures. Close other tabs and try again.',
  'error.request/aborted': 'Sending was cancelled.',
  'error.request/network': 'There is no connection. Check your network, then send it again.',
  'error.request/timeout': 'The connection is too slow just now. Send it again when it is better.',
  'error.request/unauthorized': 'Your session has ended. Please reload the page; what was accepted is kept.',
  'error.request/forbidden': 'This page may not be used for this step. Please reload the page and start again.',
  'error.request/not-found': 'This step could not be found. Please reload the page.',
  'error.request/conflict': 'This step is already being worked on. Please wait a moment, then reload the page.',
  'error.request/too-large': 'The picture is too large for the service. Please take a new one.',
  'error.request/unsupported-type': 'The service does not take this kind of picture. Please take a new one.',
  'error.request/invalid': 'The service could not use this picture. Please take a new one.',
  'error.request/rate-limited': 'The service is busy. Wait a moment, then send it again.',
  'error.request/server': 'The service has a problem just now. Send it again in a moment.',
  'error.contract/malformed': 'The service answered in a way we do not understand. Please try again.',

  'feedback.feedback_not_physical_document.title': 'This is not the document itself',
  'feedback.feedback_not_physical_document.details': 'Photograph the real document, not a copy or a screen.',
  'feedback.feedback_document_cropped.title': 'A part of the document is missing',
  'feedback.feedback_document_cropped.details': 'Move back a little until all four corners are in the frame.',
} as const satisfies Readonly<Record<ErrorKey, string>>;

/** Key of a text. */
export type MessageKey = keyof typeof en;

/** A whole catalogue: a missing text does not compile. */
export type Messages = { readonly [Key in MessageKey]: string };
