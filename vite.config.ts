import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The command runs on Node with its dependencies beside it; the explorer is one static site. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? '.' : 'src/explorer',
  // The explorer may be served below any path.
  base: './',
  plugins: [react()],
  // Workers are modules, as the page is; the policy of the server lets no other script run.
  worker: { format: 'es' },
  // `npm run dev` shows the graph that an `npm start` beside it serves.
  server: { proxy: { '/api': 'http://127.0.0.1:5180' } },
  // The server puts a fresh nonce here for each page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: isSsrBuild
    ? { outDir: 'dist/cli', emptyOutDir: true, target: 'node20', sourcemap: true }
    : {
        outDir: '../../dist/explorer',
        emptyOutDir: true,
        target: 'es2023',
        // Browsers that know light-dark(): for older ones the build would lower it to variables that nothing sets.
        cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
        chunkSizeWarningLimit: 1500,
      },
  test: {
    root: import.meta.dirname,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/browser/**'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/build-all.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          // One browser at a time: two software-rendered ones starve each other on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
}));
