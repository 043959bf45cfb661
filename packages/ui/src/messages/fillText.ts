import type { PluralText } from './en.ts';

/** Values for the names in braces. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * A text with its names filled in: numbers in the language's own digits. Of a text that counts, the form for the first number is taken.
 *
 * @param language BCP 47
 */
export function fillText(text: string | PluralText, values: MessageValues, language: string): string {
  const chosen = typeof text === 'string' ? text : chooseForm(text, values, language);
  return chosen.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = values[name] ?? braces;
    return typeof value === 'number' ? new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value) : value;
  });
}

function chooseForm(text: PluralText, values: MessageValues, language: string): string {
  const count = Object.values(values).find((value) => typeof value === 'number');
  return (count !== undefined && text[new Intl.PluralRules(language).select(count)]) || text.other;
}
