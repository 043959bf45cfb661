import { defaultSteps, type FlowStep } from '../journey/Flow.ts';
import { addressTooOld, documentCropped, doubledSubmission, notPhysicalDocument, selfieNotAccepted, unheardOf } from './feedback.ts';
import type { Scenario, ScenarioFault, ScenarioOutcome } from './Scenario.ts';
import { toNumberFields } from './toNumberFields.ts';
import { toSparseFields } from './toSparseFields.ts';
import { toTextFields } from './toTextFields.ts';

/** The scenarios that come with the sandbox. Each is also the flow id of a default flow. */
export type ScenarioName =
  | 'approved'
  | 'rejected-cropped-then-approved'
  | 'rejected-not-physical-then-approved'
  | 'selfie-rejected-then-approved'
  | 'rejected-concluded'
  | 'face-mismatch'
  | 'under-age'
  | 'slow'
  | 'unknown-codes'
  | 'upload-error-then-approved'
  | 'rate-limited'
  | 'rate-limited-silently'
  | 'upload-rate-limited'
  | 'upload-cut-then-approved'
  | 'answer-lost'
  | 'processed-twice'
  | 'broken-summaries'
  | 'clock-skew'
  | 'separate-sides'
  | 'proof-of-address'
  | 'additional-face'
  | 'reopened-after-completion'
  | 'completed-elsewhere'
  | 'text-fields'
  | 'number-fields'
  | 'sparse-fields'
  | 'listed-steps'
  | 'skip-not-shown'
  | 'skip-as-status'
  | 'skip-not-concluded';

const passed: ScenarioOutcome = { verdict: 'passed' };

/** Puts other values into one of the default steps, or leaves all as they are. */
const withStep = (stepId: string, change: Partial<FlowStep>) =>
  defaultSteps.map((step) => (step.stepId === stepId ? { ...step, ...change } : step));

const firstUploads = { operation: 'processStep', eachStep: true } as const;
const lostAnswers: readonly ScenarioFault[] = [{ ...firstUploads, fault: { at: 'taken', effect: 'cut' } }];

/** Scripted outcomes by name, in the order a list would show them. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  approved: {
    description: 'Every step passes at the first attempt.',
    judge: () => passed,
  },
  'rejected-cropped-then-approved': {
    description: 'The first picture of a document is cropped; the second passes.',
    judge: ({ stepType, attempt }) =>
      stepType === 'Document' && attempt === 1 ? { verdict: 'rejected', feedback: documentCropped } : passed,
  },
  'rejected-not-physical-then-approved': {
    description: 'The first picture of a document shows a copy or a screen; the second passes.',
    judge: ({ stepType, attempt }) =>
      stepType === 'Document' && attempt === 1 ? { verdict: 'rejected', feedback: notPhysicalDocument } : passed,
  },
  'selfie-rejected-then-approved': {
    description: 'The first selfie is not accepted; the second passes.',
    judge: ({ stepType, attempt }) =>
      stepType === 'Selfie' && attempt === 1 ? { verdict: 'rejected', feedback: selfieNotAccepted } : passed,
  },
  'rejected-concluded': {
    description: 'Documents are rejected until no attempt is left; the step is then concluded without passing.',
    judge: ({ stepType }) => (stepType === 'Document' ? { verdict: 'rejected', feedback: notPhysicalDocument } : passed),
  },
  'face-mismatch': {
    description: 'Every step passes, and the face on the document is not the face of the selfie: only the interim rules show it.',
    judge: () => passed,
    rules: { same_subject: { name: 'Same Person', result: 'Failed' } },
  },
  'under-age': {
    description: 'Every step passes, and the person is under age: only the interim rules show it.',
    judge: () => passed,
    rules: { under_age: { name: 'Under Age', result: 'Failed' } },
  },
  slow: {
    description: 'Every step passes, each after 20 seconds of processing.',
    judge: () => passed,
    processingMs: 20_000,
  },
  'unknown-codes': {
    description: 'Statuses, step types, rules and a feedback code that no document names; the second attempt at a document passes.',
    judge: ({ stepType, attempt }) => (stepType === 'Document' && attempt === 1 ? { verdict: 'rejected', feedback: unheardOf } : passed),
    rules: { screen_recapture: { name: 'Screen Recapture', result: 'Inconclusive' } },
    processingStatus: 'Queued For Review',
    passedStatus: 'Reviewed',
    stepTypes: { Document: 'Identity Card', Selfie: 'Video Selfie' },
  },
  'upload-error-then-approved': {
    description: 'The first upload of each step is answered with 503; the next one is taken and passes.',
    judge: () => passed,
    failsUpload: (_stepId, upload) => upload === 1,
  },
  'rate-limited': {
    description: 'Every step passes, and the second summary call starts a temporary block however patient the caller is.',
    judge: () => passed,
    blocksSummaryCall: (call) => call === 2,
  },
  'rate-limited-silently': {
    description: 'Like rate-limited, and the block does not say when it ends.',
    judge: () => passed,
    blocksSummaryCall: (call) => call === 2,
    blockRetryAfter: 'none',
  },
  'upload-rate-limited': {
    description: 'The first upload of each step is answered with 429 and Retry-After: 3; the next one is taken and passes.',
    judge: () => passed,
    faults: [{ ...firstUploads, fault: { effect: { status: 429, errorCode: 'temporarily_blocked', retryAfter: 3 } } }],
  },
  'upload-cut-then-approved': {
    description: 'The connection breaks half-way through the first upload of each step; the next one is taken and passes.',
    judge: () => passed,
    faults: [{ ...firstUploads, fault: { at: { requestShare: 0.5 }, effect: 'cut' } }],
  },
  'answer-lost': {
    description: 'The first upload of each step is taken and passes, and the connection breaks before the answer.',
    judge: () => passed,
    faults: lostAnswers,
  },
  'processed-twice': {
    description: 'Like answer-lost, and whatever is sent again is processed again: then the step is rejected for good.',
    judge: ({ attempt }) => (attempt === 1 ? passed : { verdict: 'rejected', feedback: doubledSubmission }),
    faults: lostAnswers,
    takesWhileProcessing: true,
  },
  'broken-summaries': {
    description: 'The second summary is a web page, the third breaks off, the fourth has fields of the wrong types; all others are right.',
    judge: () => passed,
    faults: (['html', 'malformed', 'wrong-types'] as const).map((body, index) => ({
      operation: 'summary',
      from: index + 2,
      fault: { effect: { status: 200, body } },
    })),
  },
  'clock-skew': {
    description: "The second summary call is blocked until a date that the receiver's clock, three hours ahead, has in six seconds.",
    judge: () => passed,
    faults: [
      {
        operation: 'summary',
        from: 2,
        fault: { effect: { status: 429, errorCode: 'temporarily_blocked', retryAfter: { dateInMs: 6_000 }, skewMs: 3 * 3_600_000 } },
      },
    ],
  },
  'separate-sides': {
    description: 'The sides of the document may come in two calls: it is processed when both are there, and passes.',
    judge: () => passed,
    steps: withStep('0', { sides: 'separate' }),
  },
  'proof-of-address': {
    description: 'A proof of address is needed too; the first one is too old, the second passes.',
    judge: ({ stepId, attempt }) =>
      stepId === 'proof_of_address' && attempt === 1 ? { verdict: 'rejected', feedback: addressTooOld } : passed,
    steps: withStep('proof_of_address', { isOptional: false }),
  },
  'additional-face': {
    description: 'A face from elsewhere may be compared with the selfie: a step of a type of its own, which may be skipped.',
    judge: () => passed,
    steps: [...defaultSteps, { stepId: 'additional_face', stepType: 'Additional Face', stepTitle: 'Additional Face', isOptional: true }],
  },
  'reopened-after-completion': {
    description: 'Five seconds after the journey was completed the document has to be given again, as KYC renewal asks for it.',
    judge: () => passed,
    reopens: { stepId: '0', afterMs: 5_000 },
  },
  'completed-elsewhere': {
    description: 'Another system completes the journey fifteen seconds after the first submission, whatever is still missing.',
    judge: () => passed,
    completesAfterMs: 15_000,
  },
  'text-fields': {
    description: 'Every field of a summary is text: flags are words, ids are strings, and what is missing is an empty string.',
    judge: () => passed,
    reshape: toTextFields,
  },
  'number-fields': {
    description: 'The flags of a summary are 1 and 0.',
    judge: () => passed,
    reshape: toNumberFields,
  },
  'sparse-fields': {
    description: 'A summary leaves out whatever says nothing: null, false, empty text, and results that are not there yet.',
    judge: () => passed,
    reshape: toSparseFields,
  },
  'listed-steps': {
    description: 'A summary lists all steps from the start, with a result of null as long as nothing was submitted.',
    judge: () => passed,
    listsAllSteps: true,
  },
  'skip-not-shown': {
    description: 'A step that was skipped is not in the summary.',
    judge: () => passed,
    skipped: null,
  },
  'skip-as-status': {
    description: 'A step that was skipped has a status of its own, Skipped, and counts as passed.',
    judge: () => passed,
    skipped: { status: 'Skipped', has_passed_rules: true },
  },
  'skip-not-concluded': {
    description: 'A step that was skipped stays as it was, Not Submitted and not concluded.',
    judge: () => passed,
    skipped: { is_concluded: false },
  },
};
