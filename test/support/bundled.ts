// Bundles a program of test/support, so that a test can start it as a real process on the Node at hand.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** For programs that load Oracle's driver, which is not bundled: where it is found. */
export const withModules = { NODE_PATH: fileURLToPath(new URL('../../node_modules', import.meta.url)) };

const built = new Map<string, Promise<string>>();

/** The bundle of `test/support/<name>.ts`, made once per process and removed with it. */
export function bundled(name: string): Promise<string> {
  const known = built.get(name) ?? bundle(name);
  built.set(name, known);
  return known;
}

async function bundle(name: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), `respaldo-${name}-`));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['oracledb'] },
    build: {
      ssr: fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
      outDir,
      target: 'node20',
      minify: false,
      // `import()` does not look where NODE_PATH says; `require` does.
      rollupOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs`, dynamicImportInCjs: false } },
    },
  });
  return join(outDir, `${name}.cjs`);
}
