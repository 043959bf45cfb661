export type { SummaryGate, SummaryGateOptions } from './client/createSummaryGate.ts';
export { createSummaryGate } from './client/createSummaryGate.ts';
export type { AdditionalData, Json, Receipt, StepSkip, StepSubmission } from './contract/step.ts';
export type { ApplicantDetails, ApplicantSex, JourneySession, StartedJourney, StartJourneyInput } from './contract/journey.ts';
export { referenceNoPattern } from './contract/journey.ts';
export type { JourneyPaths, Region } from './contract/journeyPaths.ts';
export { defaultJourneyPaths, defaultPathPrefix, defaultSkipField, regionBaseUrls } from './contract/journeyPaths.ts';
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
export { ConfigurationError } from './errors/ConfigurationError.ts';
export type { ContractErrorCode } from './errors/ContractError.ts';
export { ContractError } from './errors/ContractError.ts';
export type { RequestErrorCode, RequestErrorOptions } from './errors/RequestError.ts';
export { RequestError } from './errors/RequestError.ts';
export type { StepframeErrorOptions } from './errors/StepframeError.ts';
export { isStepframeError, StepframeError } from './errors/StepframeError.ts';
export type { Client, ClientOptions } from './client/createClient.ts';
export { createClient } from './client/createClient.ts';
export type { Credentials } from './client/encodeBasic.ts';
export { encodeBasic } from './client/encodeBasic.ts';
export type { CallOptions, JourneyClient, ProcessStepOptions, TransportOptions } from './client/createJourneyClient.ts';
export type { RelayClient, RelayClientOptions } from './client/createRelayClient.ts';
export { createRelayClient } from './client/createRelayClient.ts';
export type { PollSituation } from './verdict/pollDelay.ts';
export { maxPollIntervalMs, minPollIntervalMs, pollDelay } from './verdict/pollDelay.ts';
export type { Verdict } from './verdict/toVerdict.ts';
export { toVerdict } from './verdict/toVerdict.ts';
