import type { Preview } from '@storybook/react-vite';
import '@stepframe/ui/styles.css';
import './preview.css';
import { stageLoader, withStage } from './stage.tsx';

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    // A violation fails the story's test.
    a11y: { test: 'error' },
    options: { storySort: { order: ['Introduction', 'Steps', 'Hooks'] } },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { title: 'Theme', icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'system' },
  loaders: [stageLoader],
  decorators: [
    withStage,
    (Story, { globals: { theme } }) => (
      <div className="stage" {...(theme !== 'system' && { 'data-theme': String(theme) })}>
        <Story />
      </div>
    ),
  ],
};

export default preview;
