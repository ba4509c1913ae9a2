import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { shell, shellFiles } from './src/build/shell.js';

/** Where this file lies, so that the build gives the same from any working directory. */
const here = decodeURI(new URL('.', import.meta.url).pathname);

/** The addresses that the phone answers itself; every other page is asked for from the server, so that it is never older than its parts. */
const shellAddresses = [/^\/$/, /^\/(logga-in|para)\/?$/, /^\/\d{4,5}\/(rapportera|mina-rapporter)\/?$/];

const icons = [
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

export default defineConfig({
  root: here,
  plugins: [
    react(),
    shell(),
    VitePWA({
      injectRegister: null,
      manifest: {
        id: '/',
        name: 'Närbild',
        short_name: 'Närbild',
        description: 'Rapportera händelser från telefonen, också utan nät.',
        lang: 'sv',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#f6f5f1',
        background_color: '#f6f5f1',
        icons,
      },
      workbox: {
        globPatterns: ['index.html', 'manifest*.webmanifest', 'icon*.{png,svg}', 'assets/*.{js,css,woff2}'],
        maximumFileSizeToCacheInBytes: 3_000_000,
        // Only what the form needs: the map and the other places stay with the network.
        manifestTransforms: [
          (entries) => ({
            manifest: entries.filter(
              ({ url }) => !url.startsWith('assets/') || url.endsWith('.woff2') || shellFiles.has(url),
            ),
            warnings: [],
          }),
        ],
        navigateFallback: 'index.html',
        navigateFallbackAllowlist: shellAddresses,
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: false,
        sourcemap: false,
        disableDevLogs: true,
      },
    }),
  ],
  build: {
    outDir: '../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // Everything as a file of its own: the Content-Security-Policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs in one file: it packs better than a dozen small ones, and the phone asks once.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(?:react|react-dom|scheduler|i18next|openapi-fetch|use-sync-external-store|@tanstack\/(?:history|query-core|react-query|react-router|react-store|router-core|store))\/|web\/src\/(?:api\/(?:client|connection|kept|problem|session)|ui\/(?:button|error-notice|field|format|icon-paths|icons|language|notice|page|skeleton|texts|toast|use-format))\.(?:ts|tsx|css)$/,
            },
          ],
        },
      },
    },
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
