/** Makes the error of a constraint that cannot be met; a `DOMException` of that name where the class is missing (Node, jsdom). */
export function toOverconstrained(constraint: string): DOMException | OverconstrainedError {
  const message = `No fake device meets the constraint "${constraint}".`;
  if (typeof OverconstrainedError === 'function') return new OverconstrainedError(constraint, message);
  return Object.assign(new DOMException(message, 'OverconstrainedError'), { constraint });
}
