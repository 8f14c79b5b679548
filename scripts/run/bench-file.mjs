// The process in which one file of test/bench measures: it exports `measure()`, whose rows are sent to the parent.
import { createServer } from 'vite';

const file = process.argv[2];
const { measure } = file.endsWith('.ts') ? await importTypeScript(file) : await import(file);
process.send(await measure(), () => process.exit(0));

/**
 * As vite's own `runnerImport`, but what imports is not closed afterwards: the product loads what is rare with
 * `import()`, Oracle's driver among it, and that is wanted only while it is measured.
 */
async function importTypeScript(path) {
  const { environments } = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  return environments.ssr.runner.import(path);
}
