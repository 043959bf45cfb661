import { StepError } from '../errors/StepError.ts';

/** What is to be sent was rejected a moment ago. */
export function refuseSamePicture(): StepError {
  return new StepError(
    'step/same-picture',
    'These are the same pictures that were rejected a moment ago; sent again, they would cost an attempt. Take new ones, or retry to send them all the same.',
  );
}
