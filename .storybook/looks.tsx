import type { Decorator } from '@storybook/react-vite';

/** Ready themes as text, by name. */
const sheets = import.meta.glob<string>('../packages/ui/src/themes/*.css', { query: '?inline', import: 'default', eager: true });

export const themes: ReadonlyMap<string, string> = new Map(
  Object.entries(sheets).map(([path, css]) => [path.replace(/^.*\/|\.css$/g, ''), css] as const),
);

/** Names of the ready themes, the built-in look first. */
export const themeNames: readonly string[] = ['default', ...themes.keys()];

/** Dresses the story as the toolbar says: theme, light or dark, density. */
export const withLook: Decorator = (Story, { globals: { theme, scheme, density }, viewMode }) => (
  <div className="stage" data-view={viewMode} data-theme={scheme === 'system' ? undefined : String(scheme)} data-density={String(density)}>
    {/* A theme is a stylesheet of the page; its variables are on the root. */}
    <style>{themes.get(String(theme))}</style>
    <Story />
  </div>
);
