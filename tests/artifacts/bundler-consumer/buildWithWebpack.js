import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import webpack from 'webpack';

const compiler = webpack({
  mode: 'production',
  entry: './src/main.js',
  output: { path: resolve('dist'), filename: 'main.js', publicPath: '/' },
  experiments: { css: true },
  performance: false,
});
compiler.run((error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString('errors-warnings'));
    process.exit(1);
  }
});
mkdirSync('dist', { recursive: true });
const page = readFileSync('index.html', 'utf8');
const tags = '<link rel="stylesheet" href="/main.css" />\n    <script type="module" src="/main.js"></script>';
writeFileSync('dist/index.html', page.replace('<script type="module" src="/src/main.js"></script>', tags));
