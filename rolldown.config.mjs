// One file per module: `'use client'` stays where it is written and consumers can tree-shake by file.
// Run from a package's folder; the entries are the package's own `exports`, and its workers (`*.worker.ts`), which are started
// by address and so imported by nothing.
import { cpSync, readdirSync, readFileSync } from 'node:fs';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const workers = readdirSync('src').filter((name) => name.endsWith('.worker.ts'));
const entries = [...Object.values(exports).filter((path) => /\.tsx?$/.test(path)), ...workers.map((name) => `src/${name}`)];
const styles = Object.values(exports).filter((path) => path.endsWith('.css'));

export default {
  input: Object.fromEntries(entries.map((path) => [path.replace(/^(\.\/)?src\/|\.tsx?$/g, ''), path])),
  external: (id) => /^[^./\0]/.test(id),
  platform: 'neutral',
  transform: { target: 'es2022', jsx: { runtime: 'automatic', development: false } },
  onLog(level, log, next) {
    if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
  },
  plugins: [
    {
      name: 'worker-addresses',
      // A worker is found by its address, which in `dist` ends in `.js`.
      transform: { filter: { code: '.worker.ts' }, handler: (code) => code.replaceAll(/(new URL\('[^']+\.worker)\.ts'/g, "$1.js'") },
    },
    {
      name: 'copy-styles',
      writeBundle() {
        for (const path of styles) cpSync(path, path.replace(/^(\.\/)?src/, 'dist'));
      },
    },
  ],
  output: {
    dir: 'dist',
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
    cleanDir: true,
  },
};
