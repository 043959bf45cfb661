import { describe, expect, it } from 'vitest';
import { en, type Messages, type PluralText } from './en.ts';
import { ar } from './locales/ar.ts';
import { de } from './locales/de.ts';
import { es } from './locales/es.ts';
import { fr } from './locales/fr.ts';
import { hi } from './locales/hi.ts';
import { pt } from './locales/pt.ts';
import { ur } from './locales/ur.ts';

const locales: readonly (readonly [string, Messages])[] = Object.entries({ en, ar, de, es, fr, hi, pt, ur });

const toForms = (text: string | PluralText): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));
const toHoles = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join();
/** Words whose Latin spelling is theirs in any language. */
const latin = /\b(JPEG|PNG|WebP|HEIC|PDF|Safari|iPhone|https)\b|\{\w+\}/g;

describe.each(locales)('the words in %s', (tag, messages) => {
  it('say which language and direction they are of', () => {
    expect(messages.language).toBe(tag);
    expect(messages.direction).toBe(tag === 'ar' || tag === 'ur' ? 'rtl' : 'ltr');
  });

  it('are the same keys as in English, none of them empty but what is empty there', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(en).toSorted());
    const empty = Object.entries(messages).flatMap(([key, text]) => (toForms(text).some((form) => form.trim() === '') ? [key] : []));
    expect(empty).toEqual(['custom.lead']);
  });

  it('have the same names in braces; a form for one or two may do without its number', () => {
    const wrong = Object.entries(messages).flatMap(([key, text]) => {
      const [wanted] = toForms(en[key as keyof Messages])
        .slice(-1)
        .map(toHoles);
      const forms = typeof text === 'string' ? [['other', text] as const] : Object.entries(text);
      return forms.flatMap(([category, form]) =>
        toHoles(String(form)) === wanted || (['zero', 'one', 'two'].includes(category) && toHoles(String(form)) === '')
          ? []
          : [`${key}: ${String(form)}`],
      );
    });
    expect(wrong).toEqual([]);
  });

  it('have a form for each way in which the language counts', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const plurals = Object.values(messages).filter((text) => typeof text !== 'string');
    expect(plurals).toHaveLength(2);
    for (const plural of plurals) expect(Object.keys(plural).toSorted()).toEqual(pluralCategories.toSorted());
  });

  it('are translated, in the language’s own script', () => {
    if (tag === 'en') return;
    const texts = Object.entries(messages).filter(([key]) => !['language', 'direction', 'custom.lead', 'camera.zoomed'].includes(key));
    const same = texts.filter(([key, text]) => text === en[key as keyof Messages]).map(([key]) => key);
    // Zoom and selfie are called so in several.
    expect(same.length).toBeLessThan(8);
    const script = { ar: 'Arabic', ur: 'Arabic', hi: 'Devanagari' }[tag];
    if (!script) return;
    const strange = texts.flatMap(([key, text]) =>
      toForms(text).flatMap((form) => (/[a-z]{2}/i.test(form.replaceAll(latin, '')) ? [`${key}: ${form}`] : [])),
    );
    expect(strange).toEqual([]);
    const written = new RegExp(String.raw`\p{Script=${script}}`, 'u');
    expect(texts.filter(([, text]) => !toForms(text).every((form) => written.test(form))).map(([key]) => key)).toEqual([]);
  });
});
