// The compiled half of better-sqlite3 for runtimes older than its published binaries ask for: they need Node-API 10
// (Node 22.14, Electron 35), so for Node-API 9 it is compiled once from the package's own sources.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, inRoot } from '../places.mjs';
import { run } from '../processes.mjs';
import { fillFolder } from './partial-folder.mjs';
import { mustSucceed, say } from './step.mjs';

/** The Node-API version that better-sqlite3's published binaries were built for. */
const PUBLISHED_NAPI = 10;
const OUR_NAPI = 9;
const boxedStringReference = inRoot('scripts/setup/sqlite-binding/boxed-string-reference.h');
const better = (...parts) => inRoot('node_modules/better-sqlite3', ...parts);

/** Whether a runtime with this Node-API version cannot load the published binaries. */
export function needsOwnBinding(napi = Number(process.versions.napi)) {
  return napi < PUBLISHED_NAPI;
}

/** Where the compiled binding is or will be: one place for each version of the package and of our header. */
export function sqliteBindingPath() {
  const { version } = JSON.parse(readFileSync(better('package.json'), 'utf8'));
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

/** Compiles the binding; needs a C and a C++ compiler. */
export async function provideSqliteBinding() {
  const path = sqliteBindingPath();
  say('compiling the SQLite binding for Node-API 9 (once, about a minute)');
  await fillFolder(join(path, '..'), compile);
}

async function compile(folder) {
  const object = (name) => join(folder, name);
  const compiled = await Promise.all([
    run('cc', [...sqliteFlags(), '-c', better('deps/sqlite3/sqlite3.c'), '-o', object('sqlite3.o')]),
    run('c++', [...bindingFlags(), '-c', better('src/better_sqlite3.cpp'), '-o', object('better_sqlite3.o')]),
  ]);
  for (const result of compiled) mustSucceed('Compiling the SQLite binding', result);
  const target = object('better_sqlite3.node');
  const linked = await run('c++', [
    ...['-shared', '-o', target, object('better_sqlite3.o'), object('sqlite3.o')],
    ...(process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : ['-Wl,-Bsymbolic', '-ldl', '-lpthread']),
  ]);
  mustSucceed('Linking the SQLite binding', linked);
  mustSucceed('Trying the SQLite binding', await tryBinding(target));
  await Promise.all([rm(object('sqlite3.o')), rm(object('better_sqlite3.o'))]);
}

function sqliteFlags() {
  return ['-std=c99', '-w', '-O2', '-fPIC', '-fvisibility=hidden', '-DNDEBUG', ...sqliteDefines()];
}

/** The package keeps its choice of SQLite features as a list of quoted names in a gyp file. */
function sqliteDefines() {
  const list = readFileSync(better('deps/defines.gypi'), 'utf8');
  return [...list.matchAll(/'([A-Z0-9_]+(?:=[^']*)?)',/g)].map(([, name]) => `-D${name}`);
}

function bindingFlags() {
  const require = createRequire(better('package.json'));
  const includes = [
    better('deps/sqlite3'),
    require('node-addon-api').include.replaceAll('"', ''),
    createRequire(inRoot('package.json'))('node-api-headers').include_dir,
  ];
  return [
    ...['-std=c++20', '-w', '-O2', '-fPIC', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-fno-exceptions'],
    ...['-DNDEBUG', `-DNAPI_VERSION=${OUR_NAPI}`, '-DBUILDING_NODE_EXTENSION', '-DNODE_GYP_MODULE_NAME=better_sqlite3'],
    ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
    ...includes.flatMap((folder) => ['-I', folder]),
    ...['-include', boxedStringReference],
  ];
}

/** In a process of its own: a binding that does not fit takes its process down with it. */
function tryBinding(path) {
  const program = `
    const Database = require(${JSON.stringify(better())});
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(path)} });
    db.exec("create virtual table t using fts5(line)");
    db.prepare('insert into t values (@line)').run({ line: 'piece handle' });
    const found = db.prepare("select line from t where t match 'handle'").get();
    db.close();
    process.exit(found.line === 'piece handle' ? 0 : 1);`;
  return run(process.execPath, ['-e', program]);
}
