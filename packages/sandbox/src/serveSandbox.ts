import { createSandbox, type Sandbox } from './createSandbox.ts';
import type { SandboxOptions } from './SandboxOptions.ts';
import { type ServedHandle, serveHandle, type ServeHandleOptions } from './serveHandle.ts';

export interface ServeSandboxOptions extends SandboxOptions, ServeHandleOptions {}

/** A sandbox that listens. Its `url` is without the path prefix. */
export interface ServedSandbox extends ServedHandle {
  readonly sandbox: Sandbox;
}

/**
 * Serves a new sandbox over HTTP on 127.0.0.1, so that no other machine reaches it. It logs nothing.
 *
 * @throws ConfigurationError for options that cannot work, and the system's own error when the port cannot be opened.
 */
export async function serveSandbox({ port = 0, ...options }: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  const sandbox = createSandbox(options);
  return { ...(await serveHandle(sandbox.handle, { port })), sandbox };
}
