import * as v from 'valibot';
import { ContractError } from '../errors/ContractError.ts';

/** A field that may be missing or of any type, read as one type. */
type Tolerant<Output> = v.GenericSchema<unknown, Output>;

/** An id as a string, whether the API sent a string or a number. An empty one is none. */
export const id: v.GenericSchema<string | number, string> = v.pipe(
  v.union([v.pipe(v.string(), v.nonEmpty()), v.number()]),
  v.transform((value) => String(value)),
);

/** Text; anything else, and absence, is read as empty. */
export const text: Tolerant<string> = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((value) => (typeof value === 'string' ? value : '')),
);

/** A flag that may come as a boolean, as text, or as 1 and 0; `null` when it is missing or none of them. */
export const flag: Tolerant<boolean | null> = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((value) => {
    const word = String(value).toLowerCase();
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : null;
  }),
);

/** Runs a schema over an answer and names the field that does not fit, never its value. */
export function parse<Output>(schema: v.GenericSchema<unknown, Output>, input: unknown, what: string): Output {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]) ?? undefined;
  throw new ContractError(
    field === undefined
      ? `The ${what} answer is not a JSON object, so it cannot be read. Check that the address points at the Journey API or the relay.`
      : `The ${what} answer has no usable "${field}".`,
    { field },
  );
}
