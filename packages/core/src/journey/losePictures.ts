import { StepError } from '../errors/StepError.ts';

/** What is to be sent is nowhere in this browser. */
export function losePictures(): StepError {
  return new StepError(
    'step/pictures-lost',
    'The pictures of this submission were not kept over the reload, so nothing was sent. Take them again.',
    { retryable: false },
  );
}
