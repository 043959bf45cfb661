import { Refusal } from './Refusal.ts';

/**
 * Refuses the first field that is not among the known ones, by name; `null` when there is none.
 *
 * The real API may well ignore such fields. Here they are refused, so that a misspelt field is found out at once.
 */
export function findUnknownField(names: Iterable<string>, known: readonly string[]): Refusal | null {
  for (const name of names) {
    if (!known.includes(name)) {
      return new Refusal('unknown_field', `"${name.slice(0, 60)}" is not a field of this call. It takes: ${known.join(', ')}.`);
    }
  }
  return null;
}
