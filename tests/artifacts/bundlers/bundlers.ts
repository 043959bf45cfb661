import type { Command } from '../../support/runCommand.ts';
import type { Bundler } from './Bundler.ts';

const bin = (name: string) => `node_modules/.bin/${name}`;
const serveVite = (port: number): Command => [bin('vite'), '--host', '127.0.0.1', '--port', `${port}`, '--strictPort'];

/** Up to version 7 the dev server bundles a package into a file elsewhere and leaves the worker's address as it was. */
const lostWorker = { place: 'main', accepts: /status of 404/ } as const;

const keepsWorkers = `export default {
  optimizeDeps: {
    exclude: ['@stepframe/core', '@stepframe/react', '@stepframe/ui'],
    include: ['react/jsx-runtime', '@stepframe/core > axios', '@stepframe/core > browser-image-compression', '@stepframe/core > valibot', '@stepframe/ui > react-webcam'],
  },
};
`;

function vite(version: string): Bundler {
  const isOld = Number(version.split('.')[0]) < 8;
  return {
    name: `Vite ${version}`,
    dependencies: { vite: version },
    cases: [
      { name: 'built', build: [bin('vite'), 'build', '--logLevel', 'error'], place: 'worker' },
      { name: 'dev', serve: serveVite, ...(isOld ? lostWorker : { place: 'worker' }) },
      { name: 'dev, packages excluded', files: { 'vite.config.js': keepsWorkers }, serve: serveVite, place: 'worker' },
    ],
  };
}

/** Every bundler that is tried. */
export const bundlers: readonly Bundler[] = [
  vite('8.3.8'),
  vite('7.3.8'),
  vite('6.4.6'),
  vite('5.4.21'),
  {
    name: 'webpack 5.112.2',
    dependencies: { webpack: '5.112.2' },
    cases: [{ name: 'built', build: ['node', 'buildWithWebpack.js'], place: 'worker' }],
  },
  {
    name: 'Next 16.4.6 (Turbopack)',
    dependencies: { next: '16.4.6' },
    cases: [
      {
        name: 'built',
        build: [bin('next'), 'build'],
        serve: (port) => [bin('next'), 'start', '--hostname', '127.0.0.1', '--port', `${port}`],
        place: 'worker',
      },
    ],
  },
];
