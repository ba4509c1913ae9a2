import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where this file lies, so that the build gives the same from any working directory. */
const here = decodeURI(new URL('.', import.meta.url).pathname);

export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    outDir: '../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // Everything as a file of its own: the Content-Security-Policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': { target: 'http://127.0.0.1:3000' },
      '/health': { target: 'http://127.0.0.1:3000' },
    },
  },
});
