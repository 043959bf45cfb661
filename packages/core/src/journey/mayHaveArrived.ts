import type { StepframeError } from '../errors/StepframeError.ts';

/** Whether a request that failed like this may be at the API all the same. What is not known may be. */
export function mayHaveArrived(error: StepframeError): boolean {
  const isOurOwn = error.code === 'configuration/invalid';
  return !isOurOwn && !('mayHaveArrived' in error && error.mayHaveArrived === false);
}
