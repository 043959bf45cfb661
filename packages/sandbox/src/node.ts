export type { ServedSandbox, ServeSandboxOptions } from './serveSandbox.ts';
export { serveSandbox } from './serveSandbox.ts';
