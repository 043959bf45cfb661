import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { browserArgs, findBrowser } from './scripts/findBrowser.ts';
import { serveWorkerWhole } from './tests/patience/serveWorkerWhole.ts';

const browser = await findBrowser();

/** Tests wait more than they compute, so two files run beside each other even where Vitest would run one. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** No goals, only signs that something hangs: a busy machine is slow, and no test is about that. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

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
    '@stepframe/core > idb-keyval',
    '@stepframe/core > valibot',
    '@stepframe/ui > react-webcam',
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
          setupFiles: ['tests/patience/bePatient.ts'],
          ...patience,
          maxWorkers,
          // A process for each file took longer than the tests. So nothing may be left behind for the next one.
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
          restoreMocks: true,
        },
      },
      {
        test: {
          // A process of its own, whose cryptography it changes for good.
          name: 'journey',
          include: ['tests/journey/**/*.test.ts'],
          maxWorkers,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['packages/*/src/**/*.test.tsx'],
          exclude: ['**/*.browser.test.tsx'],
          setupFiles: ['tests/patience/bePatientOnScreens.ts'],
          ...patience,
          maxWorkers,
        },
      },
      {
        plugins: [react(), serveWorkerWhole()],
        // Labelled pictures beside the repository; tests that read them do without when they are not there.
        server: { fs: { allow: ['../shared/data'] } },
        optimizeDeps,
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['tests/patience/bePatient.ts'],
          ...patience,
          maxWorkers,
          browser: inBrowser,
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) }), serveWorkerWhole()],
        optimizeDeps,
        test: {
          name: 'stories',
          setupFiles: ['tests/patience/bePatientInStories.ts'],
          ...patience,
          maxWorkers,
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
          // Each file has a demo, a browser and a camera of its own. More at once would leave too little for live pictures.
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'visual',
          include: ['tests/visual/**/*.test.ts'],
          globalSetup: ['tests/visual/globalSetup.ts'],
          ...patience,
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
