export type { AdditionalData, Json, Receipt, StepSkip, StepSubmission } from './contract/step.ts';
export type { ApplicantDetails, ApplicantSex, JourneySession, StartedJourney, StartJourneyInput } from './contract/journey.ts';
export { referenceNoPattern } from './contract/journey.ts';
export type { JourneyPaths, Region } from './contract/journeyPaths.ts';
export { defaultJourneyPaths, defaultPathPrefix, defaultSkipField, regionBaseUrls } from './contract/journeyPaths.ts';
export type { OpenSet } from './contract/openSet.ts';
export type { ErrorEnvelope } from './contract/parseErrorEnvelope.ts';
export { parseErrorEnvelope } from './contract/parseErrorEnvelope.ts';
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
