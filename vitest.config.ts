import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { ClosingLine } from './tests/setup/closingLine.ts';
import { serveWorkerWhole } from './tests/setup/serveWorkerWhole.ts';
import { browserArgs, findBrowser } from './tests/support/findBrowser.ts';

const browser = await findBrowser();

/** Generous timeouts: they only detect hangs. */
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };
const longTimeouts = { testTimeout: 300_000, hookTimeout: 300_000 };

/** An object for each project: Vitest writes names into it. */
const inBrowser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath: browser.path, args: [...browserArgs] },
    // Reduced motion, so that no test looks at a transition half way.
    contextOptions: { permissions: ['camera'], reducedMotion: 'reduce' },
  }),
  instances: [{ browser: 'chromium' as const }],
});

/** Bundled before the tests begin: a dependency found later would reload the page, or bring a second React. */
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
    reporters: ['default', new ClosingLine()],
    // Tests wait more than they compute, so two files run beside each other on any machine, and two tests that say they may.
    maxWorkers: 2,
    maxConcurrency: 2,
    // Groups of projects run one after the other: each fills two cores.
    projects: [
      {
        test: {
          name: 'static',
          include: ['tests/static/static.test.ts'],
          ...longTimeouts,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'tests/{artifacts,support}/**/*.test.ts',
            'tests/static/importRules.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', 'tests/artifacts/*.test.ts'],
          setupFiles: ['tests/setup/waitForTimeout.ts'],
          ...timeouts,
          // A process for each file took longer than the tests. So nothing may be left behind for the next one.
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
          restoreMocks: true,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          // A process of its own, whose cryptography it changes for good.
          name: 'journey',
          include: ['tests/journey/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['packages/*/src/**/*.test.tsx'],
          exclude: ['**/*.browser.test.tsx'],
          setupFiles: ['tests/setup/waitForTimeoutOnScreens.ts'],
          ...timeouts,
          sequence: { groupOrder: 1 },
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
          setupFiles: ['tests/setup/waitForTimeout.ts'],
          ...timeouts,
          maxWorkers: 2,
          browser: inBrowser(),
          sequence: { groupOrder: 2 },
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) }), serveWorkerWhole()],
        optimizeDeps,
        test: {
          name: 'stories',
          setupFiles: ['tests/setup/waitForTimeoutInStories.ts'],
          isolate: false,
          ...timeouts,
          maxWorkers: 2,
          browser: inBrowser(),
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          // Each file has a demo, a browser and a camera of its own, and waits for them a third of the time.
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/buildDemo.ts'],
          ...longTimeouts,
          isolate: false,
          maxWorkers: 3,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'visual',
          include: ['tests/visual/**/*.test.ts'],
          globalSetup: ['tests/visual/globalSetup.ts'],
          ...timeouts,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'cross-browser',
          include: ['tests/cross-browser/**/*.test.ts'],
          globalSetup: ['tests/setup/buildDemo.ts'],
          ...longTimeouts,
          maxWorkers: 3,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'artifacts',
          include: ['tests/artifacts/*.test.ts'],
          exclude: ['tests/artifacts/bundlers.test.ts'],
          globalSetup: ['tests/artifacts/globalSetup.ts'],
          env: { NODE_ENV: 'production' },
          ...longTimeouts,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          // Takes minutes, so `npm test` leaves it out; `npm test -- --project bundlers` does not.
          name: 'bundlers',
          include: ['tests/artifacts/bundlers.test.ts'],
          globalSetup: ['tests/artifacts/globalSetup.ts'],
          env: { NODE_ENV: 'production' },
          ...longTimeouts,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
