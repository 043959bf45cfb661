export type { Relay } from './createRelay.ts';
export { createRelay } from './createRelay.ts';
export type { RelayEvent, RelayRoute, RequestEvent, UpstreamEvent } from './RelayEvent.ts';
export type { RelayMemory, SubmissionRecord, SubmissionState } from './RelayMemory.ts';
export type { Authorize, AuthorizePurpose, RelayCredentials, RelayOptions, StartGrant } from './RelayOptions.ts';
