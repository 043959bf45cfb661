import type { JourneyPaths } from '@stepframe/core';

/** An operation of the API, as its path is named. */
export type SandboxOperation = keyof JourneyPaths;
