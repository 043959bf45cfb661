import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTheme, readTokens } from '../testing/readTokens.ts';
import { toContrast } from '../testing/toContrast.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const tokens = readTokens(read('../styles.css'));
const themes = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((name) => name.endsWith('.css'));

/** Text on its ground: 4.5. Source: WCAG 2.2, 1.4.3. */
const texts = [
  ['text', 'surface'],
  ['text', 'surface-sunken'],
  ['text', 'warning-surface'],
  ['text-muted', 'surface'],
  ['text-muted', 'surface-sunken'],
  ['accent', 'surface'],
  ['accent', 'surface-sunken'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
] as const;
/** Signs and the ring of the focus: 3. Source: WCAG 2.2, 1.4.11. */
const signs = [
  ['success', 'success-surface'],
  ['success', 'surface'],
  ['warning', 'warning-surface'],
  ['focus', 'surface'],
  ['text-muted', 'surface'],
] as const;

const stepLooks = ['default', ...themes].flatMap((theme) => [
  { theme, scheme: 'light' as const },
  { theme, scheme: 'dark' as const },
]);

describe.each(stepLooks)('the colours of $theme, $scheme', ({ theme, scheme }) => {
  const set = theme === 'default' ? new Map<string, string>() : readTheme(read(`./${theme}`));
  const look = (name: string) => {
    const { light, dark = light } = tokens.get(name) ?? { light: '' };
    return (scheme === 'dark' ? (set.get(`${name}-dark`) ?? set.get(name) ?? dark) : (set.get(name) ?? light)).trim();
  };
  const [forText, forSigns] = theme === 'contrast.css' ? [7, 4.5] : [4.5, 3];

  it.each(texts)(`lets %s be read on %s`, (ink, ground) => {
    expect(toContrast(look(ink), look(ground))).toBeGreaterThanOrEqual(forText);
  });

  it.each(signs)('lets %s be seen on %s', (ink, ground) => {
    expect(toContrast(look(ink), look(ground))).toBeGreaterThanOrEqual(forSigns);
  });
});

describe.each(themes)('%s', (theme) => {
  it('sets only what the stylesheet reads, and every colour that differs in the dark for both', () => {
    const set = [...readTheme(read(`./${theme}`)).keys()];
    const known = [...tokens].flatMap(([name, { dark }]) => (dark ? [name, `${name}-dark`] : [name]));
    expect(known).toEqual(expect.arrayContaining(set));
    expect(set).toEqual(expect.arrayContaining(known.filter((name) => name.endsWith('-dark') || known.includes(`${name}-dark`))));
  });
});

describe('docs/theming.md', () => {
  it('lists every variable with its default', () => {
    const rows = read('../../../../docs/theming.md').matchAll(/^\| `--sf-([a-z-]+)` \| (.+?) \|/gm);
    const listed = new Map(Array.from(rows, ([, name = '', value = '']) => [name, value.replaceAll('`', '')]));
    const due = Array.from(tokens, ([name, { light, dark }]) => [
      name,
      dark && dark !== light ? `${light}, ${dark}` : light.replace('var(--_sf-em)', '1em'),
    ]);
    expect([...listed].toSorted()).toEqual(due.toSorted());
  });
});
