import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { build, esmExternalRequirePlugin, type Rolldown } from 'vite';
import { listEntries, listWorkspace } from '../../support/listWorkspace.ts';

/** One file a browser downloads. */
export interface PageFile {
  readonly name: string;
  readonly text: string;
  /** After gzip at its highest level. */
  readonly bytes: number;
  /** Files it was made of. */
  readonly sources: readonly string[];
}

/** What a page downloads: at once, and later through dynamic imports. */
export interface PageFiles {
  readonly first: readonly PageFile[];
  readonly later: readonly PageFile[];
}

export interface BundlePageOptions {
  /** The text of the page's module. It imports our packages by their names and gets them as built. */
  readonly code: string;
  /** Which imported packages are left out, by the name of the package. */
  readonly isLeftOut: (packageName: string) => boolean;
}

const page = 'page.tsx';
const preloadHelper = '\0vite/preload-helper.js';
const built = new Map(
  listWorkspace('packages')
    .flatMap(listEntries)
    .map((entry) => [entry.specifier, resolve(entry.built)]),
);

/** Bundles and minifies a page the way a customer's Vite does. Needs `npm run build` to have run. */
export async function bundlePage({ code, isLeftOut }: BundlePageOptions): Promise<PageFiles> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [
      // react-webcam is CommonJS: without this it would bring a `require` of its own for the React that is left out.
      esmExternalRequirePlugin({ external: ['react', 'react-dom'] }),
      {
        name: 'built-packages',
        enforce: 'pre',
        resolveId(id) {
          if (id === page) return resolve(page);
          // Which bundler a page is made with is not our weight.
          if (id === preloadHelper && isLeftOut('vite')) return preloadHelper;
          if (/^[./\0]/.test(id)) return undefined;
          if (
            isLeftOut(
              id
                .split('/')
                .slice(0, id.startsWith('@') ? 2 : 1)
                .join('/'),
            )
          )
            return { id, external: true };
          return built.get(id);
        },
        load: (id) => (id === resolve(page) ? code : id === preloadHelper ? 'export const __vitePreload = (load) => load();' : undefined),
      },
    ],
    build: {
      write: false,
      // Vite's own loader for older browsers: the customer's choice, not our weight.
      modulePreload: false,
      rolldownOptions: { input: page, preserveEntrySignatures: 'strict' },
    },
  });
  if (!('output' in result)) throw new Error('Vite gave no single output.');
  return sortFiles(result.output);
}

function sortFiles(output: Rolldown.RolldownOutput['output']): PageFiles {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const first = new Set<string>();
  const follow = (name: string): void => {
    const chunk = chunks.get(name);
    if (!chunk || first.has(name)) return;
    first.add(name);
    chunk.imports.forEach(follow);
    for (const style of chunk.viteMetadata?.importedCss ?? []) first.add(style);
  };
  for (const [name, chunk] of chunks) if (chunk.isEntry) follow(name);
  const files = output.map(toPageFile);
  return { first: files.filter(({ name }) => first.has(name)), later: files.filter(({ name }) => !first.has(name)) };
}

function toPageFile(file: Rolldown.OutputChunk | Rolldown.OutputAsset): PageFile {
  const content = file.type === 'chunk' ? file.code : file.source;
  return {
    name: file.fileName,
    text: typeof content === 'string' ? content : Buffer.from(content).toString('latin1'),
    bytes: gzipSync(content, { level: 9 }).byteLength,
    sources: file.type === 'chunk' ? file.moduleIds : [],
  };
}
