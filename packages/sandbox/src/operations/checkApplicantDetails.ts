import { findUnknownField } from '../http/findUnknownField.ts';
import { isJsonObject } from '../http/isJsonObject.ts';
import { Refusal } from '../http/Refusal.ts';

/** Checks `applicant_details`; `null` when they are absent or fine. Source: reference/start-journey-api. */
export function checkApplicantDetails(details: unknown): Refusal | null {
  if (details === undefined) return null;
  if (!isJsonObject(details)) return new Refusal('invalid_field', '"applicant_details" must be a JSON object.');
  const { full_name: fullName, birth_date: birthDate, sex } = details;
  const unknown = findUnknownField(Object.keys(details), ['full_name', 'birth_date', 'sex']);
  if (unknown) return unknown;
  if (fullName === undefined || fullName === '') return new Refusal('missing_field', '"applicant_details.full_name" is missing.');
  if (typeof fullName !== 'string') return new Refusal('invalid_field', '"applicant_details.full_name" must be a JSON string.');
  if (birthDate !== undefined && !isDate(birthDate)) {
    return new Refusal('invalid_field', '"applicant_details.birth_date" must be a date as YYYY-MM-DD.');
  }
  if (sex !== undefined && sex !== 'male' && sex !== 'female') {
    return new Refusal('invalid_field', '"applicant_details.sex" must be "male" or "female".');
  }
  return null;
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // A day past the end of a month moves on to the next month in some engines and is invalid in others.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
