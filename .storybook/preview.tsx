import { scenarios } from '@stepframe/sandbox';
import type { Preview } from '@storybook/react-vite';
import '@stepframe/ui/styles.css';
import './preview.css';
import { DocsPage } from './DocsPage.tsx';
import { languageLoader, languages, withLanguage } from './language.tsx';
import { themeNames, withLook } from './looks.tsx';
import { stageLoader, withStage } from './stage.tsx';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    // A violation fails the story's test.
    a11y: { test: 'error' },
    options: { storySort: { order: ['Introduction', 'Journey', 'Steps', 'Parts', 'Hooks', 'Theming', 'Recipes'] } },
    viewport: {
      options: {
        small: { name: 'Small phone', styles: { width: '360px', height: '640px' } },
        phone: { name: 'Phone', styles: { width: '390px', height: '844px' } },
        landscape: { name: 'Phone on its side', styles: { width: '844px', height: '390px' } },
        tablet: { name: 'Tablet', styles: { width: '820px', height: '1180px' } },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' } },
      },
    },
    docs: { page: DocsPage },
  },
  globalTypes: {
    theme: {
      description: 'Ready themes',
      toolbar: { title: 'Theme', icon: 'paintbrush', items: [...themeNames], dynamicTitle: true },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: { title: 'Scheme', icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
    density: {
      description: 'How much room there is',
      toolbar: { title: 'Density', icon: 'expandalt', items: ['compact', 'regular', 'spacious'], dynamicTitle: true },
    },
    language: {
      description: 'Language',
      toolbar: { title: 'Language', icon: 'globe', items: [...languages], dynamicTitle: true },
    },
    direction: {
      description: 'Where lines begin',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['language', 'ltr', 'rtl'], dynamicTitle: true },
    },
    scenario: {
      description: 'How the sandbox decides',
      toolbar: {
        title: 'Scenario',
        icon: 'beaker',
        items: [
          { value: 'story', title: "the story's own" },
          ...Object.entries(scenarios).map(([value, { description }]) => ({ value, title: value, right: description })),
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'default', scheme: 'system', density: 'regular', language: 'en', direction: 'language', scenario: 'story' },
  loaders: [stageLoader, languageLoader],
  decorators: [withStage, withLanguage, withLook],
};

export default preview;
