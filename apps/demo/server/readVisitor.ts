const name = 'demo_visitor';

/** Who a browser is, by the cookie of its visit; `null` when it has none. */
export function readVisitor(cookies: string | null | undefined): string | null {
  return new RegExp(`(?:^|; *)${name}=([\\w-]{1,64})(?:;|$)`).exec(cookies ?? '')?.[1] ?? null;
}

/** The `Set-Cookie` that says who a browser is from now on: no script reads it, and no other site sends it. */
export function writeVisitor(visitor: string): string {
  return `${name}=${visitor}; Path=/; HttpOnly; SameSite=Strict`;
}
