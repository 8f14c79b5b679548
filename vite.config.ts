// What is bundled and how: the renderer for Chromium, the main process and the command line for Node, the preload and
// the simulated RMAN as single files. `scripts/build.mjs` builds these environments; nothing else reads this file.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** CommonJS for Node: Electron's preload must be, and the others start faster as such. */
function forNode(outDir: string, input: Record<string, string>, single: boolean): EnvironmentOptions {
  return {
    consumer: 'server',
    define: { 'process.env.NODE_ENV': '"production"' },
    // A package with a compiled half cannot be bundled; everything else is, so that the product ships no node_modules.
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3', 'oracledb'] },
    build: {
      outDir: path(outDir),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        platform: 'node',
        output: {
          format: 'cjs',
          strict: true,
          entryFileNames: '[name].cjs',
          // Beside the entries: `__dirname` means the same in all of them.
          chunkFileNames: '[name]-[hash].cjs',
          codeSplitting: !single,
        },
      },
    },
  };
}

export default defineConfig({
  root: path('renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: path('dist/renderer'),
        emptyOutDir: false,
        target: 'chrome130',
        sourcemap: true,
        // The content security policy allows no data: scripts, styles or fonts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // Loaded from the disk beside it: one file is faster than many.
        chunkSizeWarningLimit: 3000,
      },
    },
    electron: forNode(
      'dist/electron',
      {
        main: path('electron/main.ts'),
        'store-worker': path('electron/store-worker.ts'),
        cli: path('electron/cli.ts'),
      },
      false,
    ),
    // A sandboxed preload can require nothing but electron.
    preload: forNode('dist/electron', { preload: path('electron/preload.ts') }, true),
    simulator: forNode('dist/rman-simulator', { rman: path('resources/rman-simulator/main.ts') }, true),
  },
});
