import type {
  CompletionState,
  ConfigurationErrorCode,
  ContractErrorCode,
  RequestErrorCode,
  StepErrorCode,
  StepState,
  SubmissionActivity,
  SummaryState,
} from '@stepframe/core';
import type { AutoCaptureStatus, CameraErrorCode, CameraState, Hint, ImageErrorCode } from '@stepframe/core/capture';
import type { CaptureState, JourneyState, StepScreen } from '@stepframe/react';

type ErrorCode = CameraErrorCode | ConfigurationErrorCode | ContractErrorCode | ImageErrorCode | RequestErrorCode | StepErrorCode;

/** All that a person or an integrator may meet. */
type Met =
  | `step:${StepState['status']}`
  | `activity:${SubmissionActivity}`
  | `screen:${StepScreen['name']}`
  | `summary:${SummaryState['status']}`
  | `completion:${CompletionState['status']}`
  | `journey:${JourneyState['status']}`
  | `capture:${CaptureState['status']}`
  | `camera:${CameraState['status']}`
  | `automatic:${AutoCaptureStatus}`
  | `hint:${Hint}`
  | `error:${ErrorCode}`;

/** The story that shows it, by its title and its name. One that is missing does not compile; one that is not there fails a test. */
export const storyOf = {
  'step:idle': ['Hooks/useProcessStep', 'Idle'],
  'step:uploading': ['Hooks/useProcessStep', 'Uploading'],
  'step:processing': ['Hooks/useProcessStep', 'Processing'],
  'step:accepted': ['Hooks/useProcessStep', 'Accepted'],
  'step:rejected': ['Hooks/useProcessStep', 'Rejected'],
  'step:skipped': ['Hooks/useProcessStep', 'Skipped'],
  'step:concluded': ['Hooks/useProcessStep', 'Concluded'],
  'step:failed': ['Hooks/useProcessStep', 'Failed'],

  'activity:sending': ['Steps/IdDocumentStep', 'Uploading'],
  'activity:offline': ['Steps/IdDocumentStep', 'Offline'],
  'activity:elsewhere': ['Steps/IdDocumentStep', 'SentElsewhere'],
  'activity:checking': ['Steps/IdDocumentStep', 'AnswerLost'],
  'activity:pausing': ['Steps/IdDocumentStep', 'ConnectionLost'],

  'screen:loading': ['Steps/IdDocumentStep', 'Loading'],
  'screen:unreachable': ['Steps/IdDocumentStep', 'Unreachable'],
  'screen:instructions': ['Steps/IdDocumentStep', 'Instructions'],
  'screen:camera': ['Steps/IdDocumentStep', 'Camera'],
  'screen:file': ['Steps/IdDocumentStep', 'FileRefused'],
  'screen:review': ['Steps/IdDocumentStep', 'ReviewBothSides'],
  'screen:uploading': ['Steps/IdDocumentStep', 'Uploading'],
  'screen:processing': ['Steps/IdDocumentStep', 'Processing'],
  'screen:accepted': ['Steps/IdDocumentStep', 'Accepted'],
  'screen:rejected': ['Steps/IdDocumentStep', 'Rejected'],
  'screen:concluded': ['Steps/IdDocumentStep', 'Concluded'],
  'screen:skipped': ['Steps/ProofOfAddressStep', 'Skipped'],
  'screen:failed': ['Steps/IdDocumentStep', 'NotSentYet'],

  'summary:loading': ['Hooks/useJourneySummary', 'Loading'],
  'summary:ready': ['Hooks/useJourneySummary', 'InProgress'],
  'summary:failed': ['Hooks/useJourneySummary', 'Unreachable'],

  'completion:idle': ['Hooks/useCompleteJourney', 'Idle'],
  'completion:completing': ['Hooks/useCompleteJourney', 'Completing'],
  'completion:completed': ['Hooks/useCompleteJourney', 'Completed'],
  'completion:failed': ['Hooks/useCompleteJourney', 'Failed'],

  'journey:loading': ['Journey/JourneyFlow', 'Loading'],
  'journey:failed': ['Journey/JourneyFlow', 'Unreachable'],
  'journey:step': ['Journey/JourneyFlow', 'Sequence'],
  'journey:menu': ['Journey/JourneyFlow', 'Menu'],
  'journey:ready': ['Journey/JourneyFlow', 'Ready'],
  'journey:completing': ['Journey/JourneyFlow', 'Completing'],
  'journey:completed': ['Journey/JourneyFlow', 'WholeJourney'],

  'capture:idle': ['Hooks/useCapture', 'Idle'],
  'capture:taking': ['Hooks/useCapture', 'Taking'],
  'capture:preparing': ['Hooks/useCapture', 'Preparing'],
  'capture:reviewing': ['Hooks/useCapture', 'BothSides'],

  'camera:off': ['Hooks/useCamera', 'Off'],
  'camera:opening': ['Hooks/useCamera', 'Opening'],
  'camera:live': ['Hooks/useCamera', 'Live'],
  'camera:interrupted': ['Hooks/useCamera', 'Interrupted'],
  'camera:blocked': ['Hooks/useCamera', 'Blocked'],

  'automatic:off': ['Hooks/useCamera', 'AutomaticSearching'],
  'automatic:slow': ['Steps/Camera', 'AutomaticCaptureTooSlow'],
  'automatic:resting': ['Steps/Camera', 'AutomaticCaptureOfBothSides'],
  'automatic:searching': ['Hooks/useCamera', 'AutomaticSearching'],
  'automatic:holding': ['Steps/Camera', 'Countdown'],
  'automatic:done': ['Steps/Camera', 'AutomaticCapture'],

  'hint:no-document': ['Steps/Camera', 'HintNoDocument'],
  'hint:cut-off': ['Steps/Camera', 'HintCutOff'],
  'hint:too-far': ['Steps/Camera', 'HintTooFar'],
  'hint:too-close': ['Steps/Camera', 'HintTooClose'],
  'hint:tilted': ['Steps/Camera', 'HintTilted'],
  'hint:dark': ['Steps/Camera', 'HintDark'],
  'hint:bright': ['Steps/Camera', 'HintBright'],
  'hint:glare': ['Steps/Camera', 'HintGlare'],
  'hint:moving': ['Steps/Camera', 'HintMoving'],
  'hint:blurred': ['Steps/Camera', 'HintBlurred'],
  'hint:no-face': ['Steps/Camera', 'HintNoFace'],
  'hint:several-faces': ['Steps/Camera', 'HintSeveralFaces'],
  'hint:face-too-far': ['Steps/Camera', 'HintFaceTooFar'],
  'hint:face-too-close': ['Steps/Camera', 'HintFaceTooClose'],
  'hint:face-off-centre': ['Steps/Camera', 'HintFaceOffCentre'],
  'hint:face-cut-off': ['Steps/Camera', 'HintFaceCutOff'],
  'hint:good': ['Steps/Camera', 'HintGood'],
  'hint:face-unknown': ['Steps/SelfieStep', 'WithoutFaceFinder'],

  'error:camera/denied': ['Steps/Errors', 'CameraDenied'],
  'error:camera/dismissed': ['Steps/Errors', 'CameraDismissed'],
  'error:camera/denied-by-system': ['Steps/Errors', 'CameraDeniedBySystem'],
  'error:camera/not-found': ['Steps/Errors', 'CameraNotFound'],
  'error:camera/in-use': ['Steps/Errors', 'CameraInUse'],
  'error:camera/overconstrained': ['Steps/Errors', 'CameraOverconstrained'],
  'error:camera/insecure-context': ['Steps/Errors', 'CameraInsecureContext'],
  'error:camera/policy-blocked': ['Steps/Errors', 'CameraPolicyBlocked'],
  'error:camera/unsupported': ['Steps/Errors', 'CameraUnsupported'],
  'error:camera/interrupted': ['Steps/Errors', 'CameraInterrupted'],
  'error:camera/timeout': ['Steps/Errors', 'CameraTimeout'],
  'error:configuration/invalid': ['Steps/Errors', 'ConfigurationInvalid'],
  'error:contract/malformed': ['Steps/Errors', 'ContractMalformed'],
  'error:image/empty': ['Steps/Errors', 'ImageEmpty'],
  'error:image/unsupported-type': ['Steps/Errors', 'ImageUnsupportedType'],
  'error:image/corrupt': ['Steps/Errors', 'ImageCorrupt'],
  'error:image/too-small': ['Steps/Errors', 'ImageTooSmall'],
  'error:image/too-large': ['Steps/Errors', 'ImageTooLarge'],
  'error:image/over-byte-limit': ['Steps/Errors', 'ImageOverByteLimit'],
  'error:image/canvas-unavailable': ['Steps/Errors', 'ImageCanvasUnavailable'],
  'error:request/aborted': ['Steps/Errors', 'RequestAborted'],
  'error:request/network': ['Steps/Errors', 'RequestNetwork'],
  'error:request/timeout': ['Steps/Errors', 'RequestTimeout'],
  'error:request/unauthorized': ['Steps/Errors', 'RequestUnauthorized'],
  'error:request/session-expired': ['Steps/Errors', 'RequestSessionExpired'],
  'error:request/outcome-unknown': ['Steps/Errors', 'RequestOutcomeUnknown'],
  'error:request/forbidden': ['Steps/Errors', 'RequestForbidden'],
  'error:request/not-found': ['Steps/Errors', 'RequestNotFound'],
  'error:request/conflict': ['Steps/Errors', 'RequestConflict'],
  'error:request/too-large': ['Steps/Errors', 'RequestTooLarge'],
  'error:request/unsupported-type': ['Steps/Errors', 'RequestUnsupportedType'],
  'error:request/invalid': ['Steps/Errors', 'RequestInvalid'],
  'error:request/rate-limited': ['Steps/Errors', 'RequestRateLimited'],
  'error:request/server': ['Steps/Errors', 'RequestServer'],
  'error:step/pictures-lost': ['Steps/Errors', 'StepPicturesLost'],
  'error:step/same-picture': ['Steps/Errors', 'StepSamePicture'],
} satisfies Record<Met, readonly [title: string, name: string]>;
