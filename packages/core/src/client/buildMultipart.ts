import type { StepSkip, StepSubmission } from '../contract/step.ts';
import { toBlob } from './toBlob.ts';

/**
 * The step as multipart form data: `journey_id`, `step_id`, the skip flag, `additional_data` (one JSON text part), `image`, `image2`.
 *
 * Text goes before files, so that a receiver knows what a file is for before its bytes arrive.
 * Source: reference/process-journey-step.
 */
export function buildMultipart(step: StepSubmission | StepSkip, skipField: string): FormData {
  const form = new FormData();
  form.append('journey_id', step.journeyId);
  form.append('step_id', step.stepId);
  if ('skip' in step) form.append(skipField, 'true');
  if (step.additionalData) form.append('additional_data', JSON.stringify(step.additionalData));
  if ('image' in step) {
    appendImage(form, 'image', toBlob(step.image));
    if (step.image2) appendImage(form, 'image2', toBlob(step.image2));
  }
  return form;
}

function appendImage(form: FormData, name: string, blob: Blob): void {
  // The person's own file name may be personal; the receiver gets a neutral one.
  form.append(name, blob, blob.type === 'image/png' ? `${name}.png` : `${name}.jpg`);
}
