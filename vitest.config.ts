import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { browserArgs, findBrowser } from './scripts/findBrowser.ts';

const browser = await findBrowser();

const inBrowser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath: browser.path, args: [...browserArgs] },
    // Less motion, so that nothing is looked at half way.
    contextOptions: { permissions: ['camera'], reducedMotion: 'reduce' },
  }),
  instances: [{ browser: 'chromium' as const }],
};

/** Bundled before the tests begin: found in their course, they would reload the page, or bring a second React. */
const optimizeDeps = {
  include: [
    '@stepframe/core > browser-image-compression',
    '@stepframe/core > valibot',
    '@stepframe/ui > react-webcam',
    '@tanstack/react-query',
    '@testing-library/react',
    'axios',
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-dev-runtime',
    'react/jsx-runtime',
    'storybook/test',
  ],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['packages/*/src/**/*.test.tsx'],
          exclude: ['**/*.browser.test.tsx'],
        },
      },
      {
        plugins: [react()],
        // Labelled pictures beside the repository; tests that read them do without when they are not there.
        server: { fs: { allow: ['../shared/data'] } },
        optimizeDeps,
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}'],
          browser: inBrowser,
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
        optimizeDeps,
        test: {
          name: 'stories',
          browser: inBrowser,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
