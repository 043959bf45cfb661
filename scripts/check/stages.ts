import { findFirefox } from '../../tests/browsers/findFirefox.ts';
import { findWebKit } from '../../tests/browsers/findWebKit.ts';
import type { Stage } from './Stage.ts';

/**
 * The stages of `npm test`, in the order they start. To add one, add an entry here; a script of several steps reports
 * them with `createSteps`.
 */
export const stages: readonly Stage[] = [
  { id: 'format', title: 'Format', command: ['oxfmt', '--check'], counts: 'tool' },
  { id: 'lint', title: 'Lint', command: ['oxlint', '--deny-warnings'], counts: 'tool' },
  { id: 'build', title: 'Build of the packages', command: ['tsx', 'scripts/build.ts'], counts: 'steps' },
  { id: 'types', title: 'Types', command: ['tsx', 'scripts/checkTypes.ts'], counts: 'steps' },
  { id: 'knip', title: 'Unused files, exports and dependencies', command: ['knip'], counts: 'tool' },
  { id: 'demo', title: 'Build of the demo', command: ['pnpm', '--filter', './apps/*', 'run', 'build'], counts: 'tool' },
  {
    id: 'unit',
    title: 'Unit and component tests',
    command: ['vitest', 'run', '--project', 'unit', '--project', 'dom', '--project', 'journey'],
    counts: 'vitest',
    alone: true,
  },
  { id: 'browser', title: 'Browser tests', command: ['vitest', 'run', '--project', 'browser'], counts: 'vitest', alone: true },
  { id: 'stories', title: 'Story tests', command: ['vitest', 'run', '--project', 'stories'], counts: 'vitest', alone: true },
  { id: 'e2e', title: 'End-to-end tests', command: ['vitest', 'run', '--project', 'e2e'], counts: 'vitest', needs: ['demo'], alone: true },
  {
    id: 'visual',
    title: 'Screens, and screens in hostile pages',
    command: ['vitest', 'run', '--project', 'visual'],
    counts: 'vitest',
  },
  {
    id: 'browsers',
    title: 'Journeys in other browsers',
    command: ['vitest', 'run', '--project', 'browsers'],
    counts: 'vitest',
    needs: ['demo'],
    isMissing: () => (findFirefox() || findWebKit() ? null : 'neither Firefox nor WebKitGTK is installed; docs/browsers.md says how'),
  },
  {
    id: 'storybook',
    title: 'Build of Storybook',
    command: ['storybook', 'build', '--quiet', '--disable-telemetry', '--output-dir', 'storybook-static'],
    counts: 'tool',
  },
  {
    id: 'showroom',
    title: 'Storybook as it is served',
    command: ['tsx', 'scripts/checkStorybook.ts'],
    counts: 'steps',
    needs: ['storybook'],
  },
  { id: 'packages', title: 'Packed packages', command: ['tsx', 'scripts/checkPackages.ts'], counts: 'steps', needs: ['build'] },
  {
    id: 'bundlers',
    title: 'Pages through every bundler',
    command: ['tsx', 'scripts/bundlers.ts'],
    counts: 'steps',
    needs: ['build'],
    alone: true,
    onDemand: true,
  },
  { id: 'size', title: 'Size', command: ['tsx', 'scripts/size.ts'], counts: 'steps', needs: ['build'] },
  {
    id: 'secrets',
    title: 'No credentials in what is served',
    command: ['tsx', 'scripts/checkSecrets.ts'],
    counts: 'steps',
    needs: ['demo', 'storybook'],
  },
];
