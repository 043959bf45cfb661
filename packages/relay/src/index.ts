export type { Relay } from './createRelay.ts';
export { createRelay } from './createRelay.ts';
export type { RelayEvent, RelayRoute, RequestEvent, UpstreamEvent } from './RelayEvent.ts';
export type { Authorize, RelayCredentials, RelayOptions, StartGrant } from './RelayOptions.ts';
