// Which compiled half of better-sqlite3 is loaded; knows nothing of databases.

/** The Node-API version that the published binaries of better-sqlite3 need. */
const PUBLISHED_NODE_API = 10;

/**
 * A binding built for an older runtime, from `RESPALDO_SQLITE_BINDING`; `undefined` takes the published one. The
 * variable counts only where the published binding cannot load (Node-API below 10, so never in the product): nobody can
 * make an installed Respaldo load a foreign library through its environment.
 */
export function bindingForOldRuntime(
  env: Record<string, string | undefined> = process.env,
  nodeApi: number = Number(process.versions['napi']),
): string | undefined {
  const path = env['RESPALDO_SQLITE_BINDING'];
  return nodeApi < PUBLISHED_NODE_API && path ? path : undefined;
}
