// Which compiled half of better-sqlite3 this machine uses: its published binaries need Node-API 10 (Node 22.14,
// Electron 35); for runtimes older than that one is compiled here. Only looks, so that it costs nothing to ask.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inRoot } from '../places.mjs';

/** The Node-API version that better-sqlite3's published binaries were built for. */
const PUBLISHED_NAPI = 10;
/** The one that ours is compiled for. */
export const OUR_NAPI = 9;
/** Makes the package's sources fit that version; forced into their compilation. */
export const boxedStringReference = inRoot('scripts/setup/sqlite-binding/boxed-string-reference.h');

/** Whether a runtime with this Node-API version cannot load the published binaries. */
export function needsOwnBinding(napi = Number(process.versions.napi)) {
  return napi < PUBLISHED_NAPI;
}

/** Where the compiled binding is or will be: one place for each version of the package and of our header. */
export function sqliteBindingPath() {
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/better-sqlite3/package.json'), 'utf8'));
  const header = createHash('sha256').update(readFileSync(boxedStringReference)).digest('hex').slice(0, 12);
  const name = `better-sqlite3-${version}-napi${OUR_NAPI}-${process.platform}-${process.arch}-${header}`;
  return join(cacheFolder, name, 'better_sqlite3.node');
}

/**
 * The environment that tells the store which binding to load. The store honours it only where the published one cannot
 * work, so one environment serves an old Node and a current Electron alike.
 */
export function sqliteBindingEnvironment() {
  const path = sqliteBindingPath();
  return existsSync(path) ? { RESPALDO_SQLITE_BINDING: path } : {};
}

/** Whether the compiled binding is there. */
export function sqliteBindingIsReady() {
  return existsSync(sqliteBindingPath());
}
