/** What a variable `--sf-NAME` is where nobody sets it. */
export interface Token {
  readonly light: string;
  /** Of colours that differ in the dark: those read `--sf-NAME-dark` first. */
  readonly dark?: string;
}

const pattern = /--_sf-[a-z-]+: var\(--sf-([a-z-]+?)(-dark, var\(--sf-\1)?, (.+?)\)?\);/g;

/** The variables that the stylesheet reads, by name without `--sf-`, with their defaults. */
export function readTokens(css: string): ReadonlyMap<string, Token> {
  const tokens = new Map<string, Token>();
  // What the density changes has its default in the first place where it stands.
  for (const [, name = '', isDark, value = ''] of css.matchAll(pattern)) {
    const token = tokens.get(name);
    if (!token) tokens.set(name, { light: close(value) });
    else if (isDark) tokens.set(name, { ...token, dark: value });
  }
  return tokens;
}

/** The pattern leaves out a bracket at the end, which may be the value's own. */
function close(value: string): string {
  return value.split('(').length > value.split(')').length ? `${value})` : value;
}

/** What a theme sets, by name without `--sf-`. */
export function readTheme(css: string): ReadonlyMap<string, string> {
  return new Map(Array.from(css.matchAll(/^\s*--sf-([a-z-]+): (.+);$/gm), ([, name = '', value = '']) => [name, value]));
}
