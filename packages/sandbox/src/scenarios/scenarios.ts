import { documentCropped, notPhysicalDocument, selfieNotAccepted, unheardOf } from './feedback.ts';
import type { Scenario, ScenarioOutcome } from './Scenario.ts';

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
  | 'rate-limited';

const passed: ScenarioOutcome = { verdict: 'passed' };

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
};
