export type { ServedHandle, ServeHandleOptions } from './serveHandle.ts';
export { serveHandle } from './serveHandle.ts';
export type { ServedSandbox, ServeSandboxOptions } from './serveSandbox.ts';
export { serveSandbox } from './serveSandbox.ts';
