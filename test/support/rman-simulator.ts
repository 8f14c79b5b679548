// Bundles the RMAN simulator into one CommonJS file, as the product's build does, for tests that run it as a process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let built: Promise<string> | undefined;

/** Path of the built `rman.cjs`: run it with Node. Built once per test process and removed when that ends. */
export function buildSimulator(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'rman-simulator-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../../resources/rman-simulator/main.ts', import.meta.url)),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'rman.cjs' } },
    },
  });
  return join(outDir, 'rman.cjs');
}
