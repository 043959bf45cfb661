import type { ContractErrorCode, RequestErrorCode } from '@stepframe/core';
import type { CameraErrorCode, Hint, ImageErrorCode } from '@stepframe/core/capture';
import { enKinds } from './enKinds.ts';

type HintKey = `hint.${Hint}`;
type ErrorKey = `error.${CameraErrorCode | ContractErrorCode | ImageErrorCode | RequestErrorCode}`;

/** The words that are the same for every kind of step. A part of `en`. */
const enGeneral = {
  language: 'en',
  direction: 'ltr',

  'action.openCamera': 'Open the camera',
  'action.useCamera': 'Use the camera instead',
  'action.chooseFile': 'Choose a photo',
  'action.chooseFileInstead': 'Choose a photo instead',
  'action.useCameraApp': 'Use the camera app',
  'action.chooseAnotherFile': 'Choose another photo',
  'action.takePicture': 'Take the picture',
  'action.switchCamera': 'Switch camera',
  'action.retake': 'Take it again',
  'action.retakeSide': 'Take the {side} again',
  'action.chooseSide': 'Choose another {side}',
  'action.takeSide': 'Photograph the {side}',
  'action.enlarge': 'Enlarge',
  'action.close': 'Close',
  'action.copyLink': 'Copy the link',
  'action.keep': 'Keep the picture I have',
  'action.next': 'Next: the {side}',
  'action.send': 'Send',
  'action.sendBoth': 'Send both sides',
  'action.sendAgain': 'Send again',
  'action.sendAnyway': 'Send it anyway',
  'action.cancel': 'Cancel',
  'action.tryAgain': 'Try again',
  'action.takeNew': 'Take a new picture',
  'action.back': 'Back',
  'action.skip': 'Skip this step',
  'action.signIn': 'Sign in',
  'action.finish': 'Finish',
  'action.menu': 'All steps',
  'action.continue': 'Continue',

  'instructions.permission': 'Your browser will ask whether it may use the camera.',
  'inApp.title': 'You are inside another app',
  'inApp.lead': 'The camera often does not work here. Open this page in your browser, or choose a photo.',
  'inApp.copied': 'Copied. Paste it into your browser.',
  'camera.asking': 'Your browser is asking: choose “Allow”',
  'camera.opening': 'Starting the camera…',
  'camera.blocked': 'The camera cannot be used',
  'camera.stillBlocked': {
    one: 'The camera still cannot be used, after {number} try',
    other: 'The camera still cannot be used, after {number} tries',
  },
  'camera.notLoaded': 'A part of this page did not load. Check your connection and try again, or choose a photo.',
  'camera.interrupted': 'The camera was interrupted. It comes back by itself…',
  'camera.list': 'Camera',
  'camera.unnamed': 'Camera {number}',
  'camera.automatic': 'Take the picture automatically',
  'camera.slow': 'This device is too slow to take the picture automatically. Press the button when it is sharp.',
  'camera.checking': 'Checking the picture…',
  'camera.torch': 'Light',
  'camera.zoom': 'Zoom',
  'camera.zoomed': '{factor}×',

  'hint.no-document': 'Bring the document into the frame',
  'hint.cut-off': 'Show all four corners',
  'hint.too-far': 'Move a little closer',
  'hint.too-close': 'Move back a little',
  'hint.tilted': 'Hold it flat to the camera',
  'hint.dark': 'Find a little more light',
  'hint.bright': 'Too bright: find some shade',
  'hint.glare': 'Tilt to lose the glare',
  'hint.moving': 'Hold still',
  'hint.blurred': 'Hold still until it is sharp',
  'hint.no-face': 'Bring your face into the oval',
  'hint.several-faces': 'Only one face, please',
  'hint.face-too-far': 'Come a little closer',
  'hint.face-too-close': 'Move back a little',
  'hint.face-off-centre': 'Move your face to the middle',
  'hint.face-cut-off': 'Show your whole face',
  'hint.good': 'Looks good: take it now',
  'hint.face-unknown': 'Face in the oval? Then take it',
  'hint.hold': 'Perfect. Hold still…',
  'gate.refused': '{hint}, then press again.',
  'gate.last': '{hint} – pressing again takes it anyway.',

  'zoom.larger': 'Larger',
  'zoom.smaller': 'Smaller',
  'file.title': 'Choose a photo of the {side}',
  'file.lead': 'Types: {types}. Up to {limit}.',
  'file.drop': 'Or drop a photo here, or paste it.',
  'file.dropNow': 'Let go to use this photo',
  preparing: 'Preparing your picture…',
  'picture.taken': 'Picture taken.',
  'uploading.title': 'Sending',
  'uploading.lead': 'Keep this page open until it is done.',
  'uploading.offline.title': 'Waiting for the connection',
  'uploading.offline': 'Your picture is kept, and is sent as soon as the connection is back.',
  'uploading.elsewhere.title': 'Sending in another tab',
  'uploading.elsewhere': 'Another tab of this page is sending this step just now.',
  'uploading.checking.title': 'Checking what has arrived',
  'uploading.checking': 'So that nothing is sent twice.',
  'uploading.pausing.title': 'The connection broke off',
  'uploading.pausing': 'It is tried again in a moment. Your picture is kept.',
  'uploading.progress': '{percent} sent',
  'processing.lead': 'This usually takes a few seconds.',
  'processing.slow': 'It takes longer than usual. Leave this page open, or come back later: nothing you sent is lost.',
  'processing.busy': 'The service is busy. We keep asking; nothing you sent is lost.',
  'processing.offline': 'The connection is lost. We keep asking; nothing you sent is lost.',
  'accepted.lead': 'You can go on to the next step.',
  'rejected.title': 'That picture did not work',
  'rejected.details': 'Please take a new one, in good light and with everything in the frame.',
  'skipping.title': 'Skipping this step',
  'skipped.title': 'Step skipped',
  'skipped.lead': 'You can go on without it.',
  'skipped.details': 'There is nothing more to do here.',
  'concluded.title': 'Submitted',
  'concluded.details': 'There is nothing more to do here. What you sent will be looked at.',
  'failed.title': 'Not sent yet',
  'failed.kept': 'Your picture is kept.',
  'same.title': 'This is the same picture again',
  'session.title': 'Please sign in again',
  loading: 'Loading…',
  'unreachable.title': 'We cannot reach the service',

  'flow.progress': 'Step {number} of {total}',
  'menu.title': 'What we need from you',
  'menu.lead': 'Take the steps in any order.',
  'menu.rest': 'What is still open is optional.',
  'menu.idle': 'To do',
  'menu.optional': 'Optional',
  'menu.uploading': 'Sending…',
  'menu.processing': 'Being checked',
  'menu.accepted': 'Accepted',
  'menu.rejected': 'Needs another picture',
  'menu.skipped': 'Skipped',
  'menu.concluded': 'Submitted',
  'menu.failed': 'Not sent yet',
  'ready.title': 'Everything is here',
  'ready.lead': 'Once you finish, nothing can be changed any more.',
  'completing.title': 'Putting it all together',
  'completing.lead': 'This takes a moment.',
  'unfinished.title': 'Not finished yet',
  'completed.title': 'All done',
  'completed.lead': 'Thank you. We have everything we need; there is nothing more to do here.',

  'error.unknown': 'Something went wrong on our side. Please try again.',
  'error.camera/denied':
    'The camera is blocked for this site. Allow it with the camera or lock symbol beside the address: then it starts by itself. You can also choose a photo.',
  'error.camera/denied.ios-safari':
    'The camera is blocked for this site. Tap the button beside the address, then Website Settings, and set Camera to Allow. You can also choose a photo.',
  'error.camera/denied.ios':
    'The camera is blocked for this browser. Open the Settings app, choose this browser in the list, and turn on Camera. You can also choose a photo.',
  'error.camera/denied.android':
    'The camera is blocked for this site. Tap the symbol beside the address, then Permissions, and allow the camera. You can also choose a photo.',
  'error.camera/denied.safari':
    'The camera is blocked for this site. In the menu bar choose Safari, then Settings for this website, and set Camera to Allow. You can also choose a photo.',
  'error.camera/denied.firefox':
    'The camera is blocked for this site. Click the crossed-out camera beside the address and remove the block. You can also choose a photo.',
  'error.camera/denied.chromium':
    'The camera is blocked for this site. Click the symbol left of the address and switch the camera on: then it starts by itself. You can also choose a photo.',
  'error.camera/dismissed': 'The browser’s question was closed. Try again and press “Allow”, or choose a photo.',
  'error.camera/denied-by-system':
    'Your device keeps the camera from this browser. Allow it in the device’s settings, under privacy and camera, then try again. You can also choose a photo.',
  'error.camera/not-found': 'No camera was found. Connect one and try again, or choose a photo.',
  'error.camera/in-use': 'Another app or tab seems to be using the camera. Close it and try again, or choose a photo.',
  'error.camera/overconstrained': 'This camera does not fit. Switch to another one, or choose a photo.',
  'error.camera/insecure-context': 'The camera only works on a secure (https) page. Choose a photo instead.',
  'error.camera/policy-blocked': 'This page may not use the camera where it is shown. Choose a photo instead.',
  'error.camera/unsupported': 'This browser cannot use the camera here. Choose a photo, or open the page in another browser.',
  'error.camera/interrupted': 'The camera was interrupted and did not come back. Try again, or choose a photo.',
  'error.camera/timeout': 'The camera sends no picture. Try again, switch to another camera, or choose a photo.',
  'error.image/empty': 'That file is empty. Please choose another photo.',
  'error.image/unsupported-type': 'That file is not a photo we can read. Please choose a JPEG, PNG or WebP picture.',
  'error.image/unsupported-type.application/pdf': 'That file is a PDF. Please choose a photo (JPEG, PNG or WebP), or use the camera.',
  'error.image/unsupported-type.image/heic':
    'That photo is in HEIC format, which this browser cannot read. Save it as JPEG (on iPhone: Settings, Camera, Formats, Most Compatible), or use the camera.',
  'error.image/corrupt': 'That photo is damaged or incomplete. Please choose another one, or take a new picture.',
  'error.image/too-small': {
    one: 'That photo is too small to read. It needs at least {limit} pixel on each side.',
    other: 'That photo is too small to read. It needs at least {limit} pixels on each side.',
  },
  'error.image/too-large': 'That photo is too large to open here. Please choose a smaller one, or use the camera.',
  'error.image/over-byte-limit': 'That photo cannot be made small enough to send. Please use the camera.',
  'error.image/canvas-unavailable': 'Your browser ran out of memory for pictures. Close other tabs and try again.',
  'error.request/aborted': 'Sending was cancelled.',
  'error.request/network': 'There is no connection. Check your network, then send it again.',
  'error.request/timeout': 'The connection is too slow just now. Send it again when it is better.',
  'error.request/unauthorized': 'Your session has ended. Please reload the page; what was accepted is kept.',
  'error.request/forbidden': 'This page may not be used for this step. Please reload the page and start again.',
  'error.request/not-found': 'This step could not be found. Please reload the page.',
  'error.request/conflict': 'This step is already being worked on. Please wait a moment.',
  'error.request/outcome-unknown': 'We could not find out whether your picture arrived. Please send it again.',
  'error.request/too-large': 'The picture is too large for the service. Please take a new one.',
  'error.request/unsupported-type': 'The service does not take this kind of picture. Please take a new one.',
  'error.request/invalid': 'The service could not use this picture. Please take a new one.',
  'error.request/rate-limited': 'The service is busy. Wait a moment, then send it again.',
  'error.request/session-expired': 'Your session has ended. Sign in again, and go on where you were.',
  'error.request/server': 'The service has a problem just now. Send it again in a moment.',
  'error.step/pictures-lost': 'The pictures are no longer in this browser. Please take them again.',
  'error.step/same-picture': 'It was not accepted a moment ago, and sending it again may use up another try.',
  'error.contract/malformed': 'The service answered in a way we do not understand. Please try again.',

  'feedback.feedback_not_physical_document.title': 'This is not the document itself',
  'feedback.feedback_not_physical_document.details': 'Photograph the real document, not a copy or a screen.',
  'feedback.feedback_document_cropped.title': 'A part of the document is missing',
  'feedback.feedback_document_cropped.details': 'Move back a little until all four corners are in the frame.',
} as const;

/**
 * Every word the components show, in English; its keys are the list of all texts.
 *
 * Names in braces are filled in, numbers in the language's own digits. Texts of error codes are `error.<code>`, of the API's
 * feedback codes `feedback.<code>.title` and `.details`; a code that is not here falls back to the API's own words, then to
 * `rejected.title` and `rejected.details`. `language` (BCP 47) and `direction` become the step's `lang` and `dir`.
 */
export const en: Messages = { ...enKinds, ...enGeneral };

/** Key of a text. */
export type MessageKey = keyof typeof enKinds | keyof typeof enGeneral;

/** A text that depends on a number: a form for each plural category that the language has (`Intl.PluralRules`). */
export interface PluralText {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Texts that count something. */
type PluralKey = 'camera.stillBlocked' | 'error.image/too-small';

/** A whole catalogue: a missing text, or an error code or hint without one, does not compile. */
export type Messages = { readonly [Key in Exclude<MessageKey | ErrorKey | HintKey, PluralKey | 'direction'>]: string } & {
  readonly [Key in PluralKey]: PluralText | string;
} & { readonly direction: 'ltr' | 'rtl' };
