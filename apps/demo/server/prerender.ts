import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const renderer = fileURLToPath(new URL('../src/renderFirstScreen.tsx', import.meta.url));
const emptyRoot = '<div id="root"></div>';

/** Writes the first screen into the built page, so that it is read before any script has come. */
export function prerender(): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    async transformIndexHtml(html) {
      const [before, after] = html.split(emptyRoot);
      if (after === undefined) throw new Error(`index.html does not hold ${emptyRoot}.`);
      const { module } = await runnerImport<typeof import('../src/renderFirstScreen.tsx')>(renderer);
      return `${before}<div id="root">${module.renderFirstScreen()}</div>${after}`;
    },
  };
}
