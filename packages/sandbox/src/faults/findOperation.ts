/** The operation a request is for, by how its path ends; `null` for none, and for a browser's preflight. */
export function findOperation<Operation extends string>(
  { method, url }: Request,
  operations: Readonly<Record<Operation, string>>,
): Operation | null {
  if (method === 'OPTIONS') return null;
  const { pathname } = new URL(url);
  const parent = pathname.slice(0, pathname.lastIndexOf('/'));
  for (const name in operations) {
    if (pathname.endsWith(operations[name]) || parent.endsWith(operations[name])) return name;
  }
  return null;
}
