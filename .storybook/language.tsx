import { type Messages, MessagesProvider } from '@stepframe/ui';
import type { Decorator, Loader } from '@storybook/react-vite';

/** The languages there are besides English, by their tags; each is fetched when it is chosen. */
const catalogues = import.meta.glob<Readonly<Record<string, Messages>>>('../packages/ui/src/messages/locales/*.ts');

/** Tags of all languages, English first. */
export const languages: readonly string[] = ['en', ...Object.keys(catalogues).map(toTag)];

function toTag(path: string): string {
  return path.replace(/^.*\/|\.ts$/g, '');
}

/** Fetches the words of the language that the toolbar asks for; they may begin on another side than they do by themselves. */
export const languageLoader: Loader = async ({ globals: { language, direction } }) => {
  const path = Object.keys(catalogues).find((name) => toTag(name) === language);
  const catalogue = path && (await catalogues[path]?.());
  const words: Partial<Messages> | undefined = catalogue ? catalogue[String(language)] : undefined;
  return { words: direction === 'language' ? words : { ...words, direction } };
};

/** Lets the story speak that language. */
export const withLanguage: Decorator = (Story, { loaded }) => (
  <MessagesProvider messages={loaded['words'] as Partial<Messages> | undefined}>
    <Story />
  </MessagesProvider>
);
