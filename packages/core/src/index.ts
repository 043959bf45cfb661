export type { SummaryGate, SummaryGateOptions, SummaryGetOptions } from './client/createSummaryGate.ts';
export { createSummaryGate } from './client/createSummaryGate.ts';
export type { AdditionalData, Json, Receipt, StepSkip, StepSubmission } from './contract/step.ts';
export type { ApplicantDetails, ApplicantSex, JourneySession, StartedJourney, StartJourneyInput } from './contract/journey.ts';
export { referenceNoPattern } from './contract/journey.ts';
export type { JourneyPaths, Region } from './contract/journeyPaths.ts';
export { defaultJourneyPaths, defaultPathPrefix, defaultSkipField, regionBaseUrls, renewSessionPath } from './contract/journeyPaths.ts';
export type { OpenSet } from './contract/openSet.ts';
export type { ErrorEnvelope } from './contract/parseErrorEnvelope.ts';
export { parseErrorEnvelope } from './contract/parseErrorEnvelope.ts';
export { parseRetryAfter } from './contract/parseRetryAfter.ts';
export { parseStartedJourney } from './contract/parseStartedJourney.ts';
export { parseSummary } from './contract/parseSummary.ts';
export type { PreparedImage, Preparation } from './contract/preparedImage.ts';
export type {
  InterimRule,
  JourneySummary,
  RuleResult,
  StepResult,
  StepStatus,
  StepSummary,
  StepType,
  UserFeedback,
} from './contract/summary.ts';
export type { ConfigurationErrorCode } from './errors/ConfigurationError.ts';
export { ConfigurationError } from './errors/ConfigurationError.ts';
export type { ContractErrorCode } from './errors/ContractError.ts';
export { ContractError } from './errors/ContractError.ts';
export type { RequestErrorCode, RequestErrorOptions } from './errors/RequestError.ts';
export { RequestError } from './errors/RequestError.ts';
export type { StepErrorCode } from './errors/StepError.ts';
export { StepError } from './errors/StepError.ts';
export type { StepframeErrorOptions } from './errors/StepframeError.ts';
export { isStepframeError, StepframeError } from './errors/StepframeError.ts';
export type { Client, ClientOptions } from './client/createClient.ts';
export { createClient } from './client/createClient.ts';
export type { Credentials } from './client/encodeBasic.ts';
export { encodeBasic } from './client/encodeBasic.ts';
export type { CallOptions, GetSummaryOptions, JourneyClient, ProcessStepOptions, TransportOptions } from './client/createJourneyClient.ts';
export type { RelayClient, RelayClientOptions } from './client/createRelayClient.ts';
export { createRelayClient } from './client/createRelayClient.ts';
export { createBrowserEnvironment } from './environment/createBrowserEnvironment.ts';
export type { JourneyRef } from './journey/connectJourney.ts';
export { connectJourney } from './journey/connectJourney.ts';
export type { JourneyConnection, JourneyFollower } from './journey/JourneyConnection.ts';
export { isResendable } from './journey/resendable.ts';
export type { MutationSnapshot } from './journey/toSubmission.ts';
export { toSubmission } from './journey/toSubmission.ts';
export { toStepState } from './journey/toStepState.ts';
export type { SubmissionContent, SubmissionHandle } from './journey/SubmissionHandle.ts';
export { toBackOffMs } from './journey/toBackOffMs.ts';
export { toPublicSummary } from './contract/toPublicSummary.ts';
export type { Flight } from './journey/Flight.ts';
export type { JourneyOptions } from './journey/createJourney.ts';
export { createJourney } from './journey/createJourney.ts';
export { findStepResult } from './journey/findStepResult.ts';
export type { CompletionState, Journey, JourneyStep, JourneyStepOptions } from './journey/Journey.ts';
export type { JourneyChannel, JourneyEnvironment } from './environment/JourneyEnvironment.ts';
export type { JourneyEvent } from './journey/JourneyEvent.ts';
export type { StepImages, SubmissionActivity, SubmissionSides } from './journey/Submission.ts';
export type { SummaryReading, SummaryState } from './journey/SummaryState.ts';
export { toStepframeError } from './journey/toStepframeError.ts';
export type { MaySkip, StepState, SubmitStep, SubmitStepOptions } from './journey/toStepState.ts';
export type { KeptPictures, PictureVault } from './vault/PictureVault.ts';
export type { PollSituation } from './verdict/pollDelay.ts';
export { maxPollIntervalMs, minPollIntervalMs, pollDelay } from './verdict/pollDelay.ts';
export type { Verdict } from './verdict/toVerdict.ts';
export { toVerdict } from './verdict/toVerdict.ts';
