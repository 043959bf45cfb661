// One file per module: `'use client'` stays where it is written and consumers can tree-shake by file.
// Run from a package's folder; the entries are the package's own `exports`.
import { cpSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = Object.values(exports).filter((path) => /\.tsx?$/.test(path));
const styles = Object.values(exports).filter((path) => path.endsWith('.css'));

export default {
  input: Object.fromEntries(entries.map((path) => [basename(path).replace(/\.tsx?$/, ''), path])),
  external: (id) => /^[^./\0]/.test(id),
  platform: 'neutral',
  transform: { target: 'es2022', jsx: { runtime: 'automatic', development: false } },
  onLog(level, log, next) {
    if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
  },
  plugins: [
    {
      name: 'copy-styles',
      writeBundle() {
        for (const path of styles) cpSync(path, `dist/${basename(path)}`);
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
