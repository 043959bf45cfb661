import type { StorybookConfig } from '@storybook/react-vite';

/** The tables of props carry where each component lies on the machine that built them, and nothing shows it. */
const withoutPaths = {
  name: 'stepframe:without-paths',
  enforce: 'post' as const,
  transform: (code: string) =>
    code.includes('__docgenInfo') ? { code: code.replaceAll(/"filePath":"(?:[^"\\]|\\.)*",/g, ''), map: null } : undefined,
};

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./pages/*.mdx', './pages/*.stories.tsx', '../packages/*/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      tsconfigPath: 'packages/ui/tsconfig.build.json',
      // Our own props; those of the elements below are the platform's.
      propFilter: ({ parent, declarations }) => ![parent, ...(declarations ?? [])].some((at) => at?.fileName.includes('node_modules')),
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
    },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), withoutPaths] }),
};

export default config;
