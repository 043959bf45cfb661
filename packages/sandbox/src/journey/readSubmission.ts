import { findUnknownField } from '../http/findUnknownField.ts';
import { isJsonObject, type JsonObject } from '../http/isJsonObject.ts';
import { type Parts, readParts } from '../http/readParts.ts';
import { Refusal } from '../http/Refusal.ts';
import { readImageField } from '../images/readImageField.ts';
import type { SubmissionDraft } from './SandboxSubmission.ts';

export interface ReadSubmissionOptions {
  /** Most bytes of the whole body. */
  readonly maxBodyBytes: number;
  /** Name of the field that skips a step. */
  readonly skipField: string;
}

/** What was read, and the first thing wrong with it. */
export interface ReadSubmission {
  readonly draft: SubmissionDraft;
  readonly refusal: Refusal | null;
}

const nothing: SubmissionDraft = {
  encoding: null,
  journeyId: null,
  stepId: null,
  image: null,
  image2: null,
  isSkip: false,
  additionalData: null,
};

/**
 * Reads the body of Process Journey Step. What can be read is given even when something is wrong, so that a test can see
 * what a refused call held. Source: reference/process-journey-step.
 */
export async function readSubmission(request: Request, { maxBodyBytes, skipField }: ReadSubmissionOptions): Promise<ReadSubmission> {
  const parts = await readParts(request, maxBodyBytes);
  if (parts instanceof Refusal) return { draft: nothing, refusal: parts };

  const unknown = findUnknownField(parts.fields.keys(), ['journey_id', 'step_id', 'image', 'image2', skipField, 'additional_data']);
  const journeyId = readText(parts, 'journey_id');
  const stepId = readText(parts, 'step_id');
  const isSkip = readFlag(parts, skipField);
  const additionalData = readObject(parts, 'additional_data');
  const image = await readImageField(parts, 'image');
  const image2 = await readImageField(parts, 'image2');

  const found = [unknown, journeyId, stepId, isSkip, additionalData, image, image2];
  return {
    draft: {
      encoding: parts.encoding,
      journeyId: orNull(journeyId),
      stepId: orNull(stepId),
      image: orNull(image),
      image2: orNull(image2),
      isSkip: orNull(isSkip) ?? false,
      additionalData: orNull(additionalData),
    },
    refusal: found.find((value) => value instanceof Refusal) ?? null,
  };
}

const orNull = <Value>(value: Value | Refusal): Value | null => (value instanceof Refusal ? null : value);

function readText({ encoding, fields }: Parts, name: string): string | Refusal {
  const value = fields.get(name);
  if (value === undefined || value === '') return new Refusal('missing_field', `"${name}" is missing.`);
  if (typeof value === 'string') return value;
  return new Refusal('invalid_field', `"${name}" must be ${encoding === 'json' ? 'a JSON string' : 'a text part, not a file'}.`);
}

function readFlag({ fields }: Parts, name: string): boolean | Refusal {
  const value = fields.get(name);
  if (value === undefined) return false;
  if (value === 'true' || value === 'false') return value === 'true';
  return new Refusal('invalid_field', `"${name}" must be the string "true" or "false".`);
}

function readObject({ encoding, fields }: Parts, name: string): JsonObject | null | Refusal {
  const value = fields.get(name);
  if (value === undefined) return null;
  if (encoding === 'json') return isJsonObject(value) ? value : new Refusal('invalid_field', `"${name}" must be a JSON object.`);
  const wrong = new Refusal('invalid_field', `"${name}" must be a text part that holds one JSON object.`);
  if (typeof value !== 'string') return wrong;
  try {
    const parsed: unknown = JSON.parse(value);
    return isJsonObject(parsed) ? parsed : wrong;
  } catch {
    return wrong;
  }
}
