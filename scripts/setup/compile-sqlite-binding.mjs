// Compiles better-sqlite3 from the package's own sources, with the compiler alone, for a Node-API older than its
// published binaries were made for.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inRoot } from '../places.mjs';
import { run } from '../processes.mjs';
import { fillFolder } from './partial-folder.mjs';
import { boxedStringReference, OUR_NAPI, sqliteBindingPath } from './sqlite-binding.mjs';
import { mustSucceed, say } from './step.mjs';

const better = (...parts) => inRoot('node_modules/better-sqlite3', ...parts);

/** Compiles the binding; needs a C and a C++ compiler. */
export async function compileSqliteBinding() {
  say('compiling the SQLite binding for Node-API 9 (once, about a minute)');
  await fillFolder(dirname(sqliteBindingPath()), compile);
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
