import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { prerender } from './server/prerender.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), prerender(), compression({ algorithms: ['brotliCompress', 'gzip'] })],
  build: {
    // The page's policy takes pictures from its own address only, so none may become a data: URL.
    assetsInlineLimit: 0,
    // `npm start` would print how long the plugins took.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  optimizeDeps: {
    // Found late, they would make the page reload in the middle of a journey.
    include: [
      'react',
      'react-dom/client',
      '@tanstack/react-query',
      '@stepframe/core > axios',
      '@stepframe/core > browser-image-compression',
      '@stepframe/core > valibot',
      '@stepframe/ui > react-webcam',
    ],
  },
});
