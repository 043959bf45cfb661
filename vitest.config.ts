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
    contextOptions: { permissions: ['camera'] },
  }),
  instances: [{ browser: 'chromium' as const }],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
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
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}'],
          browser: inBrowser,
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
        // Found only when a story is loaded, which would reload the page under the tests.
        optimizeDeps: {
          include: ['@tanstack/react-query', 'axios', 'react-webcam', 'valibot', 'react/jsx-dev-runtime', 'storybook/test'],
        },
        test: {
          name: 'stories',
          browser: inBrowser,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
