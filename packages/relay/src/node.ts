export type { RelayServer, ServeRelayOptions } from './serveRelay.ts';
export { serveRelay } from './serveRelay.ts';
export type { NodeListener } from './toNodeListener.ts';
export { toNodeListener } from './toNodeListener.ts';
